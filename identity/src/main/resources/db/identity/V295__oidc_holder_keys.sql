-- The thumbprint of the key that whoever redeems the code, or refreshes, must prove to hold (RFC 9449 §5, §10). Veiled by
-- a MAC of the row's own: one application's key is the same in the rows of every profile that enters with it.
ALTER TABLE identity.oidc_grant ADD COLUMN holder_key bytea CHECK (octet_length(holder_key) = 32);
