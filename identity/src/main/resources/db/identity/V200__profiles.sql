-- What the catalogue says of a service, as far as profiles need it. Written in the transaction of the catalogue's own
-- events, so that a service closed a moment ago takes no profile.
CREATE TABLE identity.service (
    service_id uuid PRIMARY KEY,
    slug text NOT NULL,
    name text NOT NULL,
    summary text NOT NULL,
    address text NOT NULL,
    logo text,
    state text NOT NULL DEFAULT 'CLOSED' CHECK (state IN ('OPEN', 'CLOSED', 'RETIRED')),
    policy text NOT NULL DEFAULT 'OPEN',
    quota integer NOT NULL DEFAULT 1 CHECK (quota BETWEEN 1 AND 20),
    rules jsonb NOT NULL
);

-- The faces that services know. No column here, nor all of them together, tells whose a profile is.
CREATE TABLE identity.profile (
    profile_id uuid PRIMARY KEY,
    service_id uuid NOT NULL,
    username text NOT NULL,
    alias text NOT NULL UNIQUE,
    state text NOT NULL CHECK (state IN ('LIVE', 'DELETED')),
    created_at timestamptz NOT NULL
);

-- Every username that a service has ever seen: it stays taken when its profile is renamed or deleted, for it may still
-- be spoken to. Two names that look alike have one skeleton (Unicode TS 39), hence one row between them.
CREATE TABLE identity.taken_username (
    service_id uuid NOT NULL,
    skeleton text NOT NULL,
    username text NOT NULL,
    profile_id uuid NOT NULL,
    PRIMARY KEY (service_id, skeleton)
);

-- Which account holds a profile, to whoever has the key: the tag is a MAC over account, service and slot. The primary
-- key keeps a slot to one profile, and a copy of the database joins no two rows.
CREATE TABLE identity.owner_link (
    owner_tag bytea PRIMARY KEY CHECK (octet_length(owner_tag) = 32),
    profile_id uuid NOT NULL UNIQUE
);

-- The profile a member enters a service with unless they ask otherwise; the tag is a MAC over account and service.
CREATE TABLE identity.profile_choice (
    choice_tag bytea PRIMARY KEY CHECK (octet_length(choice_tag) = 32),
    profile_id uuid NOT NULL
);
CREATE INDEX profile_choice_by_profile ON identity.profile_choice (profile_id);
