-- The clients of services, as the catalogue set them. The version grows with every change of a client or of its secrets,
-- so that a node sees with one look whether what it has in memory still holds.
CREATE SEQUENCE identity.oidc_client_version;
CREATE TABLE identity.oidc_client (
    service_id uuid PRIMARY KEY,
    client_id text NOT NULL UNIQUE,
    version bigint NOT NULL,
    definition jsonb NOT NULL
);

-- Secrets are 256 random bits, so that a plain SHA-256 gives nothing away. Several hold while one takes over from another.
CREATE TABLE identity.oidc_client_secret (
    secret_id uuid PRIMARY KEY,
    service_id uuid NOT NULL,
    hash bytea NOT NULL CHECK (octet_length(hash) = 32),
    issued_at timestamptz NOT NULL,
    ends_at timestamptz
);
CREATE INDEX oidc_client_secret_by_service ON identity.oidc_client_secret (service_id);
