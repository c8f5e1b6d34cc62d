-- Challenges and passes that were used: one row each until they would end by themselves, and nothing about who used them.
-- The call that used a pass may be repeated under its idempotency key, of which the SHA-256 is here.
CREATE TABLE captcha.used_mark (
    nonce       bytea PRIMARY KEY CHECK (octet_length(nonce) = 16),
    expires_at  timestamptz NOT NULL,
    idempotency bytea CHECK (octet_length(idempotency) = 32)
);
CREATE INDEX used_mark_by_end ON captcha.used_mark (expires_at);
