-- What a person signs in with, as their last event left it, written in that event's transaction. Nothing here leads to a
-- profile. Of two people who race for a login name or an address, the unique constraints let one through.
CREATE TABLE identity.account (
    account_id uuid PRIMARY KEY,
    login_name text NOT NULL,
    -- Case folded (NFKC_Casefold), as sign-in compares it.
    login_folded text NOT NULL UNIQUE,
    -- What names that a reader takes for one another have in common (Unicode TS 39).
    login_skeleton text NOT NULL UNIQUE,
    email text NOT NULL,
    email_folded text NOT NULL UNIQUE,
    language text NOT NULL,
    verified boolean NOT NULL DEFAULT false,
    blocked boolean NOT NULL DEFAULT false,
    roles text[] NOT NULL DEFAULT '{MEMBER}',
    terms text NOT NULL DEFAULT '',
    registered_at timestamptz NOT NULL
);
CREATE INDEX account_by_registration ON identity.account (registered_at DESC, account_id);
CREATE INDEX account_admin ON identity.account (account_id) WHERE 'ADMIN' = ANY (roles) AND NOT blocked;

CREATE TABLE identity.invitation (
    invitation_id uuid PRIMARY KEY,
    uses integer NOT NULL CHECK (uses BETWEEN 1 AND 1000),
    expires_at timestamptz NOT NULL,
    withdrawn boolean NOT NULL DEFAULT false,
    issued_at timestamptz NOT NULL
);

-- The part of an invitation that no event tells: the digest of its secret (SHA-256), and how often it served.
CREATE TABLE identity.invitation_secret (
    invitation_id uuid PRIMARY KEY,
    digest bytea NOT NULL UNIQUE CHECK (octet_length(digest) = 32),
    used integer NOT NULL DEFAULT 0
);

-- The one link that makes the first admin, while there is none: one row, the digest of its secret (SHA-256).
CREATE TABLE identity.first_admin_link (
    one boolean PRIMARY KEY DEFAULT true CHECK (one),
    digest bytea NOT NULL CHECK (octet_length(digest) = 32)
);

-- What a member reads of what happened to them. A row is about an account, under a MAC, or about a profile: never both.
CREATE TABLE identity.my_history (
    row_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    event_id text NOT NULL UNIQUE,
    account_tag bytea CHECK (octet_length(account_tag) = 32),
    profile_id uuid,
    at timestamptz NOT NULL,
    name text NOT NULL,
    service_id uuid,
    username text,
    by_subject boolean NOT NULL,
    CHECK ((account_tag IS NULL) <> (profile_id IS NULL))
);
CREATE INDEX my_history_by_account ON identity.my_history (account_tag, row_id) WHERE account_tag IS NOT NULL;
CREATE INDEX my_history_by_profile ON identity.my_history (profile_id, row_id) WHERE profile_id IS NOT NULL;
