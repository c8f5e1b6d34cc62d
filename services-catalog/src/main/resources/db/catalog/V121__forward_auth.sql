-- Hosts where a proxy asks who comes. One is one service's: a cookie of one would else reach the other.
CREATE TABLE catalog.taken_host (
    host text PRIMARY KEY,
    service_id uuid NOT NULL
);
CREATE INDEX taken_host_by_service ON catalog.taken_host (service_id);

ALTER TABLE catalog.service_row ADD COLUMN forward_auth jsonb NOT NULL DEFAULT '{"origins": []}';
