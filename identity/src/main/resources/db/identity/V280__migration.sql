-- A list of accounts that a service had before, as it was read. State, not events: it holds old hashes, and goes.
CREATE TABLE identity.old_list (
    import_id uuid PRIMARY KEY,
    service_id uuid NOT NULL,
    reading boolean NOT NULL DEFAULT true,
    pepper text NOT NULL CHECK (length(pepper) <= 200),
    lines integer NOT NULL DEFAULT 0,
    problems integer NOT NULL DEFAULT 0,
    read_at timestamptz NOT NULL
);
CREATE INDEX old_list_by_service ON identity.old_list (service_id);

-- Its lines: those that wait to be reserved, and those that never will be, with the reason.
CREATE TABLE identity.old_list_line (
    import_id uuid NOT NULL,
    line integer NOT NULL,
    handle text NOT NULL,
    skeleton text NOT NULL,
    hash text,
    email_hash text,
    problem text,
    other integer NOT NULL DEFAULT 0,
    PRIMARY KEY (import_id, line)
);
CREATE INDEX old_list_line_good ON identity.old_list_line (import_id, line) WHERE problem IS NULL;
CREATE INDEX old_list_line_bad ON identity.old_list_line (import_id, line) WHERE problem IS NOT NULL;

-- Imports, and the profiles that nobody claimed yet, in the transaction of their events. A username is taken by an
-- unclaimed profile as by any other: see identity.taken_username.
CREATE TABLE identity.profile_import (
    import_id uuid PRIMARY KEY,
    service_id uuid NOT NULL,
    state text NOT NULL CHECK (state IN ('RUNNING', 'FINISHED', 'CANCELLED', 'CLOSED')),
    reserved integer NOT NULL DEFAULT 0,
    started_at timestamptz NOT NULL
);
CREATE UNIQUE INDEX profile_import_running ON identity.profile_import (service_id) WHERE state = 'RUNNING';

CREATE TABLE identity.unclaimed_profile (
    profile_id uuid PRIMARY KEY,
    import_id uuid NOT NULL,
    service_id uuid NOT NULL,
    username text NOT NULL,
    skeleton text NOT NULL,
    UNIQUE (service_id, skeleton)
);
CREATE INDEX unclaimed_profile_by_import ON identity.unclaimed_profile (import_id);

-- What proves that an old account was somebody's. A secret: in no event, and gone once claimed or closed.
CREATE TABLE identity.old_password (
    profile_id uuid PRIMARY KEY,
    import_id uuid NOT NULL,
    service_id uuid NOT NULL,
    hash text CHECK (length(hash) <= 1000),
    email_hash text CHECK (email_hash ~ '^[0-9a-f]{64}$')
);
CREATE INDEX old_password_by_service ON identity.old_password (service_id, profile_id);
CREATE INDEX old_password_by_import ON identity.old_password (import_id);
