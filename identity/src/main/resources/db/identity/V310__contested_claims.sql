-- What recognises that somebody else proves an old account after it was claimed: nothing that the list held. The verifier is
-- Argon2id over a MAC of the password that was typed, the other a MAC over profile and address hash: without the keyring
-- neither can be guessed against. State, not events, and gone when the time to contest is over.
CREATE TABLE identity.claim_proof (
    profile_id uuid PRIMARY KEY,
    service_id uuid NOT NULL,
    verifier text CHECK (length(verifier) <= 200),
    address_mac bytea CHECK (octet_length(address_mac) = 32),
    by_email boolean NOT NULL,
    expires_at timestamptz NOT NULL,
    CHECK (verifier IS NOT NULL OR address_mac IS NOT NULL)
);
CREATE INDEX claim_proof_by_service ON identity.claim_proof (service_id, profile_id);
CREATE INDEX claim_proof_ended ON identity.claim_proof (expires_at);

-- Contested claims, in the transaction of their events: one for a profile, ever.
CREATE TABLE identity.claim_contest (
    profile_id uuid PRIMARY KEY,
    service_id uuid NOT NULL,
    claimed_by_email boolean NOT NULL,
    by_email boolean NOT NULL,
    opened_at timestamptz NOT NULL,
    outcome text CHECK (outcome IN ('STAYS', 'MOVES', 'LOCKED')),
    reason_box text,
    decided_at timestamptz,
    CHECK ((outcome IS NULL) = (decided_at IS NULL))
);
CREATE INDEX claim_contest_open ON identity.claim_contest (service_id, opened_at) WHERE outcome IS NULL;

-- Their two sides, each sealed under the profile's key and found again by a MAC over account and profile; with what they said,
-- and when a letter leaves for them. State: gone 30 days after the decision.
CREATE TABLE identity.contest_party (
    profile_id uuid NOT NULL,
    side text NOT NULL CHECK (side IN ('CLAIMANT', 'CONTESTER')),
    tag bytea NOT NULL CHECK (octet_length(tag) = 32),
    box text NOT NULL,
    statement_box text,
    letter_at timestamptz,
    PRIMARY KEY (profile_id, side)
);

-- A contested profile is frozen, whether it is suspended too or not; a locked one is nobody's for ever.
ALTER TABLE identity.profile
    DROP CONSTRAINT profile_state_check,
    ADD CONSTRAINT profile_state_check CHECK (state IN ('REQUESTED', 'REFUSED', 'LIVE', 'DELETED', 'LOCKED')),
    ADD COLUMN contested boolean NOT NULL DEFAULT false,
    ADD COLUMN barred boolean GENERATED ALWAYS AS (suspended OR contested) STORED;
