-- Keys whose holders introduce themselves to the proxy by a certificate: a MAC of the public key under the keyring, so that
-- nobody who knows a certificate finds its account here. What their owner calls them is sealed under the owner's key.
CREATE TABLE identity.certificate (
    key_mac bytea PRIMARY KEY CHECK (octet_length(key_mac) = 32),
    factor_id uuid NOT NULL UNIQUE,
    account_id uuid NOT NULL,
    name_box text NOT NULL,
    -- To the hour.
    last_used_at timestamptz
);
CREATE INDEX certificate_by_account ON identity.certificate (account_id);
