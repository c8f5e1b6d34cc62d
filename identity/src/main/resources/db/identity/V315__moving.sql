-- Other communities whose accounts may come here, and to which ours may go; and which of their applications are services of ours.
CREATE TABLE identity.community (
    community_id uuid PRIMARY KEY,
    address text NOT NULL UNIQUE,
    gone boolean NOT NULL DEFAULT false,
    trusted_at timestamptz NOT NULL
);
CREATE TABLE identity.community_service (
    community_id uuid NOT NULL,
    service_id uuid NOT NULL,
    theirs text NOT NULL,
    PRIMARY KEY (community_id, service_id),
    UNIQUE (community_id, theirs)
);

-- The keys that each signs with, as they were last fetched.
CREATE TABLE identity.community_key (
    community_id uuid PRIMARY KEY,
    keys text NOT NULL,
    fetched_at timestamptz NOT NULL
);

-- Bundles that members asked for: whose, and of which profiles, is in a box under a key of the bundle's own. The file is
-- there until it was fetched once, under a key that is not here. The tag is a MAC over the account.
CREATE TABLE identity.move (
    move_id uuid PRIMARY KEY,
    account_tag bytea NOT NULL CHECK (octet_length(account_tag) = 32),
    community_id uuid NOT NULL,
    box text NOT NULL,
    file bytea,
    called_off boolean NOT NULL DEFAULT false,
    expires_at timestamptz NOT NULL
);
CREATE INDEX move_by_account ON identity.move (account_tag);

-- Profiles that live in another community now: whoever had them brings them back no more, and their service hears nothing of
-- their end here.
CREATE TABLE identity.moved_profile (
    profile_id uuid PRIMARY KEY
);

-- Bundles that were handed in here. Owner and profiles are in the box; a copy of the database tells neither.
CREATE TABLE identity.arrival (
    arrival_id uuid PRIMARY KEY,
    account_tag bytea NOT NULL CHECK (octet_length(account_tag) = 32),
    box text NOT NULL,
    next_at timestamptz,
    kept_until timestamptz NOT NULL
);
CREATE INDEX arrival_by_account ON identity.arrival (account_tag);
CREATE INDEX arrival_next ON identity.arrival (next_at) WHERE next_at IS NOT NULL;

-- Every bundle that was ever accepted, as a MAC over its issuer and identifier: none is accepted twice.
CREATE TABLE identity.accepted_bundle (
    bundle bytea PRIMARY KEY CHECK (octet_length(bundle) = 32)
);

-- What services know the profiles by that came from elsewhere. The MAC over service and subject outlives the profile.
CREATE TABLE identity.kept_subject (
    profile_id uuid PRIMARY KEY,
    mac bytea NOT NULL UNIQUE CHECK (octet_length(mac) = 32),
    subject text
);
