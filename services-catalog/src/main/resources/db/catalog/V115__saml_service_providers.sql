-- A service may go back to an entity identifier that it had; no other ever gets it.
CREATE TABLE catalog.taken_entity_id (
    entity_id text PRIMARY KEY,
    service_id uuid NOT NULL
);

ALTER TABLE catalog.service_row ADD COLUMN saml jsonb;
