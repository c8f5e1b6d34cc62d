-- What an account is called by passkeys: random, so that nothing else knows it (WebAuthn, section 14.6.1).
CREATE TABLE identity.passkey_holder (
    account_id uuid PRIMARY KEY,
    handle bytea NOT NULL UNIQUE CHECK (octet_length(handle) = 32)
);

-- Public keys, as COSE (RFC 9052) has them. What their owner calls them is sealed under the owner's key.
CREATE TABLE identity.passkey (
    credential_id bytea PRIMARY KEY CHECK (octet_length(credential_id) BETWEEN 16 AND 1023),
    factor_id uuid NOT NULL UNIQUE,
    account_id uuid NOT NULL REFERENCES identity.passkey_holder,
    public_key bytea NOT NULL,
    -- Of how many uses it last told; always zero for passkeys that do not count.
    sign_count bigint NOT NULL,
    -- Whether its private key may be on several devices (flag BE).
    synced boolean NOT NULL,
    name_box text NOT NULL,
    -- To the hour.
    last_used_at timestamptz,
    -- It counted backwards: it proves nothing any more.
    suspected boolean NOT NULL DEFAULT false
);
CREATE INDEX passkey_by_account ON identity.passkey (account_id);

-- Challenges that were answered rightly, until they end by themselves: none is answered twice.
CREATE TABLE identity.passkey_spent (
    nonce bytea PRIMARY KEY CHECK (octet_length(nonce) = 16),
    expires_at timestamptz NOT NULL
);
CREATE INDEX passkey_spent_by_end ON identity.passkey_spent (expires_at);
