-- Signed-in browsers. The cookie is here as its SHA-256 alone; the hour of the last use is all that is kept of use.
CREATE TABLE identity.session (
    cookie_hash bytea PRIMARY KEY CHECK (octet_length(cookie_hash) = 32),
    session_id uuid NOT NULL UNIQUE,
    account_id uuid NOT NULL,
    methods text[] NOT NULL,
    authenticated_at timestamptz NOT NULL,
    created_at timestamptz NOT NULL,
    last_used_at timestamptz NOT NULL,
    device text NOT NULL CHECK (length(device) <= 60)
);
CREATE INDEX session_by_account ON identity.session (account_id);
CREATE INDEX session_by_use ON identity.session (last_used_at);
