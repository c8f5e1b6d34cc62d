-- The last day on which a profile entered, as the number of days since 1970 under a mask of the profile's own: beside the
-- sessions, a day in clear could tell whose it is.
CREATE TABLE identity.profile_seen (
    profile_id uuid PRIMARY KEY,
    day bigint NOT NULL
);

-- Whether mail to the alias is dropped.
ALTER TABLE identity.profile ADD COLUMN silenced boolean NOT NULL DEFAULT false;

-- Profiles that their members fled from, until they have left. Nothing here, nor any time, tells what took their place: the
-- hours are drawn at random.
CREATE TABLE identity.profile_departure (
    profile_id uuid PRIMARY KEY,
    silent_after timestamptz NOT NULL,
    leaves_after timestamptz NOT NULL,
    silent boolean NOT NULL DEFAULT false,
    replaced boolean NOT NULL DEFAULT false
);

-- Profiles that are about to move to another account: SHA-256 of the code, and whoever gave it, sealed under the profile's key.
CREATE TABLE identity.profile_offer (
    profile_id uuid PRIMARY KEY,
    digest bytea NOT NULL UNIQUE CHECK (octet_length(digest) = 32),
    expires_at timestamptz NOT NULL,
    receiver_box text
);
