-- Keys that vendors issued to sites. No event tells a secret: it is here alone, sealed under secret_id.
CREATE TABLE captcha.vendor_keys (
    site_id   uuid NOT NULL,
    vendor    text NOT NULL CHECK (vendor IN ('HCAPTCHA', 'RECAPTCHA', 'TURNSTILE')),
    key       text NOT NULL,
    secret_id uuid NOT NULL UNIQUE,
    box       text NOT NULL,
    given_at  timestamptz NOT NULL,
    PRIMARY KEY (site_id, vendor)
);
