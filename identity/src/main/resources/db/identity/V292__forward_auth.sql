-- Where browsers find applications whose proxy asks who comes; as the catalogue set it.
CREATE TABLE identity.forward_auth_origin (
    origin text PRIMARY KEY,
    service_id uuid NOT NULL
);
CREATE INDEX forward_auth_origin_by_service ON identity.forward_auth_origin (service_id);

-- Who may pass a proxy: a profile, in a session, named as its service would hear of it (a MAC of both, so that two
-- profiles that entered in one session share no value). First the SHA-256 of a code, then of the cookie that it was
-- traded for. No row tells when: a code says itself when it ends, and what was never traded is swept away in two rounds.
CREATE TABLE identity.forward_auth_entry (
    entry_id uuid PRIMARY KEY,
    service_id uuid NOT NULL,
    profile_id uuid NOT NULL,
    session_name text NOT NULL,
    code_hash bytea UNIQUE CHECK (octet_length(code_hash) = 32),
    browser_hash bytea CHECK (octet_length(browser_hash) = 32),
    cookie_hash bytea UNIQUE CHECK (octet_length(cookie_hash) = 32),
    swept boolean NOT NULL DEFAULT false,
    CHECK ((code_hash IS NULL) <> (cookie_hash IS NULL))
);
CREATE INDEX forward_auth_entry_by_session ON identity.forward_auth_entry (session_name);
CREATE INDEX forward_auth_entry_by_profile ON identity.forward_auth_entry (profile_id);
