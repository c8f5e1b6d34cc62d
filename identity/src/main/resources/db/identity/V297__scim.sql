-- Services that are told by SCIM when profiles of theirs are suspended, restored or deleted. The token is sealed under a
-- key of its own, which is destroyed when another takes its place.
CREATE TABLE identity.scim_target (
    service_id uuid PRIMARY KEY,
    endpoint text NOT NULL,
    token_subject uuid NOT NULL,
    token_box text NOT NULL,
    connected_at timestamptz NOT NULL
);

-- Profiles that their service is still to be told of. What it is told is how the profile stands when it is told, so that
-- one row a profile is enough, and neither order nor repetition matters. change says whether it changed meanwhile.
CREATE TABLE identity.scim_delivery (
    profile_id uuid PRIMARY KEY,
    service_id uuid NOT NULL,
    change bigint NOT NULL DEFAULT 1,
    asked_at timestamptz NOT NULL,
    due_at timestamptz NOT NULL,
    attempts integer NOT NULL DEFAULT 0,
    failure text,
    given_up boolean NOT NULL DEFAULT false
);
CREATE INDEX scim_delivery_due ON identity.scim_delivery (due_at) WHERE NOT given_up;
CREATE INDEX scim_delivery_by_service ON identity.scim_delivery (service_id);

-- What a service calls a profile, once it was found there; forgotten when it is deleted.
CREATE TABLE identity.scim_user (
    profile_id uuid PRIMARY KEY,
    service_id uuid NOT NULL,
    remote_id text NOT NULL
);
