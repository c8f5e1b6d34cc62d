-- Who answers for which service, and may look after its sites.
CREATE TABLE captcha.service_manager (
    service_id uuid NOT NULL,
    account_id uuid NOT NULL,
    PRIMARY KEY (service_id, account_id)
);

-- The sites as of the last commit. The key is what forms say, and is never given again.
CREATE TABLE captcha.site (
    site_id       uuid PRIMARY KEY,
    site_key      text NOT NULL UNIQUE CHECK (site_key ~ '^[0-9a-f]{32}$'),
    service_id    uuid,
    settings      jsonb NOT NULL,
    difficulty    integer NOT NULL CHECK (difficulty BETWEEN 1 AND 12),
    retired       boolean NOT NULL DEFAULT false,
    registered_at timestamptz NOT NULL
);
CREATE INDEX site_of_service ON captcha.site (service_id);

-- SHA-256 of secrets that somebody was shown once: no event tells them.
CREATE TABLE captcha.site_secret (
    secret_id uuid PRIMARY KEY,
    site_id   uuid NOT NULL,
    hash      bytea NOT NULL UNIQUE CHECK (octet_length(hash) = 32),
    issued_at timestamptz NOT NULL,
    ends_at   timestamptz
);
CREATE INDEX secret_of_site ON captcha.site_secret (site_id);
