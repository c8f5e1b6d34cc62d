-- The service providers of services, as the catalogue set them.
CREATE TABLE identity.saml_provider (
    service_id uuid PRIMARY KEY,
    entity_id text NOT NULL UNIQUE,
    definition jsonb NOT NULL
);

-- SHA-256 of sender and identifier of each message that was acted upon, so that none is a second time. The end is told to
-- the hour: to the second it would tell, beside the table of sessions, who it was.
CREATE TABLE identity.saml_spent (
    hash bytea PRIMARY KEY CHECK (octet_length(hash) = 32),
    ends_at timestamptz NOT NULL
);

-- Who is signed in where, to sign them out there: a profile, in a session that is named as the service provider knows it.
CREATE TABLE identity.saml_session (
    session_index text PRIMARY KEY,
    service_id uuid NOT NULL,
    profile_id uuid NOT NULL,
    name_format text NOT NULL
);
CREATE INDEX saml_session_by_profile ON identity.saml_session (profile_id);
