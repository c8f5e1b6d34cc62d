-- Which factors an account has beside its password, as its events left it, written in their transaction. What proves each is
-- kept apart, by kind.
CREATE TABLE identity.factor (
    factor_id uuid PRIMARY KEY,
    account_id uuid NOT NULL,
    kind text NOT NULL,
    enrolled_at timestamptz NOT NULL
);
CREATE INDEX factor_by_account ON identity.factor (account_id);
CREATE UNIQUE INDEX factor_one_totp ON identity.factor (account_id) WHERE kind = 'TOTP';

-- An authenticator application's secret, sealed under its owner's key, and the thirty seconds whose code was taken last:
-- neither that code nor an older one is ever taken again.
CREATE TABLE identity.totp (
    account_id uuid PRIMARY KEY,
    secret_box text NOT NULL,
    last_step bigint NOT NULL
);

-- Recovery codes that were not used, as MACs under the keyring.
CREATE TABLE identity.recovery_code (
    account_id uuid NOT NULL,
    mac bytea NOT NULL CHECK (octet_length(mac) = 32),
    PRIMARY KEY (account_id, mac)
);

-- Browsers between the two steps of a sign-in: the SHA-256 of what their cookie holds, and what they proved so far. It is no
-- session, and opens nothing but the second step.
CREATE TABLE identity.second_step (
    digest bytea PRIMARY KEY CHECK (octet_length(digest) = 32),
    account_id uuid NOT NULL,
    methods text[] NOT NULL,
    -- The session that is asked again, if one is.
    session_id uuid,
    expires_at timestamptz NOT NULL
);
CREATE INDEX second_step_by_account ON identity.second_step (account_id);
CREATE INDEX second_step_by_end ON identity.second_step (expires_at);
