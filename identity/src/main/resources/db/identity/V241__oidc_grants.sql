-- What a profile let its service do, once a sign-in: a code, then a family of tokens. The key is random, and is part of
-- the tokens themselves, so that refreshing touches no index. No token is here, only SHA-256 of the code and of the newest
-- access and refresh token. session_tag is a MAC over session and profile, authenticated_at is masked by a MAC of the
-- row's own: two profiles that entered in one session share no value.
CREATE TABLE identity.oidc_grant (
    grant_id uuid PRIMARY KEY,
    service_id uuid NOT NULL,
    profile_id uuid NOT NULL,
    session_tag bytea NOT NULL CHECK (octet_length(session_tag) = 32),
    offline boolean NOT NULL,
    scopes text NOT NULL,
    redirect_uri text NOT NULL,
    nonce text,
    code_challenge text,
    id_claims text NOT NULL,
    userinfo_claims text NOT NULL,
    methods text NOT NULL,
    authenticated_at bigint NOT NULL,
    code_hash bytea NOT NULL UNIQUE CHECK (octet_length(code_hash) = 32),
    code_ends_at timestamptz NOT NULL,
    ends_at timestamptz NOT NULL,
    redeemed boolean NOT NULL DEFAULT false,
    access_hash bytea CHECK (octet_length(access_hash) = 32),
    access_scopes text,
    access_ends_at timestamptz,
    refresh_hash bytea CHECK (octet_length(refresh_hash) = 32),
    refresh_ends_at timestamptz
) WITH (fillfactor = 60);
CREATE INDEX oidc_grant_by_session ON identity.oidc_grant (session_tag);
CREATE INDEX oidc_grant_by_profile ON identity.oidc_grant (profile_id);

-- Requests that wait: pushed by a client (RFC 9126), or for a person's consent. Known by the SHA-256 of their handle.
CREATE TABLE identity.oidc_pending (
    pending_id uuid PRIMARY KEY,
    handle bytea NOT NULL UNIQUE CHECK (octet_length(handle) = 32),
    service_id uuid NOT NULL,
    profile_id uuid,
    session_tag bytea CHECK (octet_length(session_tag) = 32),
    methods text,
    authenticated_at bigint,
    request jsonb NOT NULL,
    ends_at timestamptz NOT NULL
);
CREATE INDEX oidc_pending_by_session ON identity.oidc_pending (session_tag);

-- SHA-256 of what must not be accepted although it is well signed: access tokens that were revoked, and assertions with
-- which a client already proved itself (RFC 7523 §3). Kept until it would have expired anyway.
CREATE TABLE identity.oidc_spent (
    hash bytea PRIMARY KEY CHECK (octet_length(hash) = 32),
    ends_at timestamptz NOT NULL
);

-- What a profile agreed to let its service know.
CREATE TABLE identity.oidc_consent (
    profile_id uuid PRIMARY KEY,
    service_id uuid NOT NULL,
    scopes text NOT NULL
);
