-- Which application, that wants to be told of signing out, was given an ID token of which session: by the name that the
-- session has there, which is a MAC of profile and session. Two profiles that entered in one session share no value. The
-- day of forgetting lies half a year ahead, and up to a month more by chance, so that no row tells when it was written.
CREATE TABLE identity.oidc_entry (
    sid text PRIMARY KEY,
    service_id uuid NOT NULL,
    profile_id uuid NOT NULL,
    forgotten_on date NOT NULL
);
CREATE INDEX oidc_entry_by_profile ON identity.oidc_entry (profile_id);
CREATE INDEX oidc_entry_by_day ON identity.oidc_entry (forgotten_on);

-- Applications that are still to be told. Written in the transaction that ends what the row is about.
CREATE TABLE identity.oidc_logout_notice (
    notice_id uuid PRIMARY KEY,
    service_id uuid NOT NULL,
    profile_id uuid NOT NULL,
    sid text NOT NULL,
    attempts integer NOT NULL DEFAULT 0,
    due_at timestamptz NOT NULL,
    given_up_at timestamptz NOT NULL
);
CREATE INDEX oidc_logout_notice_due ON identity.oidc_logout_notice (due_at);
