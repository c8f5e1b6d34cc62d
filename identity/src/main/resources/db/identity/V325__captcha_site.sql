-- What Hiboo's own forms verify passes with: a secret, hence no event.
CREATE TABLE identity.captcha_site (
    the_only_one boolean NOT NULL DEFAULT true PRIMARY KEY CHECK (the_only_one),
    site_key text NOT NULL,
    secret_id uuid NOT NULL,
    box text NOT NULL
);
