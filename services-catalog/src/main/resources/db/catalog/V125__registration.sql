-- Leave to register oneself as a client (RFC 7591), under SHA-256 of the token that an admin was shown once.
CREATE TABLE catalog.registration_offer (
    offer_id uuid PRIMARY KEY,
    hash bytea NOT NULL UNIQUE CHECK (octet_length(hash) = 32),
    service_id uuid,
    opens boolean NOT NULL,
    uses integer NOT NULL CHECK (uses BETWEEN 1 AND 1000),
    used integer NOT NULL DEFAULT 0 CHECK (used BETWEEN 0 AND uses),
    issued_at timestamptz NOT NULL,
    ends_at timestamptz NOT NULL,
    withdrawn boolean NOT NULL DEFAULT false
);

-- Clients that registered themselves, and SHA-256 of the token with which each reads, changes and deletes itself (RFC 7592).
CREATE TABLE catalog.registered_client (
    client_id text PRIMARY KEY,
    service_id uuid NOT NULL UNIQUE,
    hash bytea NOT NULL CHECK (octet_length(hash) = 32),
    deletable boolean NOT NULL,
    registered_at timestamptz NOT NULL
);

-- What services and their clients are, as of the last commit: what a client reads of itself is what it was just answered.
CREATE TABLE catalog.service_definition (
    service_id uuid PRIMARY KEY,
    description jsonb NOT NULL,
    client jsonb,
    retired boolean NOT NULL DEFAULT false
);
INSERT INTO catalog.service_definition (service_id, description, client, retired)
SELECT service_id, description, client, state = 'RETIRED' FROM catalog.service_row;
