-- Links that letters brought: the SHA-256 of each, whose it is, what it is for. Used ones stay until they would have
-- ended, so that a second click can be answered; ended ones stay a day, so that letters can be counted.
CREATE TABLE identity.one_time_link (
    digest bytea PRIMARY KEY CHECK (octet_length(digest) = 32),
    account_id uuid NOT NULL,
    purpose text NOT NULL CHECK (purpose IN ('VERIFY', 'RESET', 'NOTICE')),
    issued_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    used_at timestamptz
);
CREATE INDEX one_time_link_by_account ON identity.one_time_link (account_id, purpose, issued_at);
CREATE INDEX one_time_link_by_end ON identity.one_time_link (expires_at);
