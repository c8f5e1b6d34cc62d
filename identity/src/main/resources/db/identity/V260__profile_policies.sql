-- A profile may wait for a manager's answer, have been refused, or be suspended. It has no alias before it lives. What the
-- member wrote, and what they were told, stay sealed under the profile's own key.
ALTER TABLE identity.profile
    DROP CONSTRAINT profile_state_check,
    ADD CONSTRAINT profile_state_check CHECK (state IN ('REQUESTED', 'REFUSED', 'LIVE', 'DELETED')),
    ALTER COLUMN alias DROP NOT NULL,
    ADD COLUMN suspended boolean NOT NULL DEFAULT false,
    ADD COLUMN message_box text,
    ADD COLUMN reason_box text;
CREATE INDEX profile_requested ON identity.profile (service_id, created_at) WHERE state = 'REQUESTED';
CREATE INDEX taken_username_by_profile ON identity.taken_username (profile_id);

-- The owner as the profile's own event seals it: for letters, which start from a profile. Two boxes of one owner share
-- nothing, having each a key and a nonce of its own.
CREATE TABLE identity.owner_box (
    profile_id uuid PRIMARY KEY,
    box text NOT NULL
);

-- Which account answers for which service.
CREATE TABLE identity.service_manager (
    service_id uuid NOT NULL,
    account_id uuid NOT NULL,
    PRIMARY KEY (service_id, account_id)
);
CREATE INDEX service_manager_by_account ON identity.service_manager (account_id);

-- A leave to make one profile where profiles are given. Who used it is nowhere.
CREATE TABLE identity.profile_gift (
    gift_id uuid PRIMARY KEY,
    service_id uuid NOT NULL,
    expires_at timestamptz NOT NULL,
    withdrawn boolean NOT NULL DEFAULT false,
    issued_at timestamptz NOT NULL
);
CREATE INDEX profile_gift_by_service ON identity.profile_gift (service_id, issued_at DESC);

-- The part of a gift that no event tells: the digest of its secret (SHA-256), and whether it served.
CREATE TABLE identity.profile_gift_secret (
    gift_id uuid PRIMARY KEY,
    digest bytea NOT NULL UNIQUE CHECK (octet_length(digest) = 32),
    used boolean NOT NULL DEFAULT false
);

-- Letters to owners of profiles, put off so that their hour tells nothing of what they are about.
CREATE TABLE identity.owner_letter (
    profile_id uuid PRIMARY KEY,
    due_at timestamptz NOT NULL
);

-- Since when a profile is deleted or refused. It is erased a time of grace later; one deleted before there was any, from now on.
ALTER TABLE identity.profile
    ADD COLUMN ended_at timestamptz,
    ADD CONSTRAINT profile_ended CHECK (ended_at IS NULL OR state IN ('DELETED', 'REFUSED'));
UPDATE identity.profile SET ended_at = now() WHERE state = 'DELETED';
CREATE INDEX profile_ended ON identity.profile (ended_at) WHERE ended_at IS NOT NULL;

-- Usernames of erased profiles, as MACs over service and skeleton: they stay taken, and nobody can read them.
CREATE TABLE identity.reserved_username (
    mac bytea PRIMARY KEY CHECK (octet_length(mac) = 32)
);

-- What members may still read of profiles that they no longer hold. The tag is a MAC over account and a number of its own:
-- no two rows of one account have anything in common.
CREATE TABLE identity.gone_profile (
    tag bytea PRIMARY KEY CHECK (octet_length(tag) = 32),
    service_id uuid NOT NULL,
    name text NOT NULL,
    at timestamptz NOT NULL
);
