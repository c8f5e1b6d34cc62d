-- Devices that wait for somebody to confirm their code (RFC 8628). The device code is known by its SHA-256, the few letters
-- that a person types by a MAC. Whoever confirms takes the row away: it never stands beside a profile.
CREATE TABLE identity.oidc_device (
    device_hash bytea PRIMARY KEY CHECK (octet_length(device_hash) = 32),
    user_code bytea NOT NULL UNIQUE CHECK (octet_length(user_code) = 32),
    service_id uuid NOT NULL,
    scopes text NOT NULL,
    denied boolean NOT NULL DEFAULT false,
    wait integer NOT NULL,
    polled_at timestamptz,
    ends_at timestamptz NOT NULL
);
