-- Providers of OpenID Connect elsewhere by which members may sign in, as their events left them.
CREATE TABLE identity.upstream (
    upstream_id uuid PRIMARY KEY,
    name text NOT NULL,
    issuer text NOT NULL CONSTRAINT upstream_one_an_issuer UNIQUE,
    client_id text NOT NULL,
    trusted boolean NOT NULL,
    open boolean NOT NULL
);

-- What Hiboo proves to each of them that it is their client, sealed under a key of its own, which is destroyed when another
-- secret takes its place.
CREATE TABLE identity.upstream_secret (
    upstream_id uuid PRIMARY KEY,
    secret_subject uuid NOT NULL,
    secret_box text NOT NULL
);

-- Which identity there opens which account here. What the provider calls the person is known as a MAC under the keyring
-- alone: enough to find the account of somebody who comes, not enough to name them to the provider.
CREATE TABLE identity.upstream_link (
    link_id uuid PRIMARY KEY,
    upstream_id uuid NOT NULL REFERENCES identity.upstream,
    account_id uuid NOT NULL,
    subject_mac bytea NOT NULL CHECK (octet_length(subject_mac) = 32),
    linked_at timestamptz NOT NULL,
    CONSTRAINT upstream_link_one_account UNIQUE (upstream_id, subject_mac),
    CONSTRAINT upstream_link_one_identity UNIQUE (upstream_id, account_id)
);
CREATE INDEX upstream_link_by_account ON identity.upstream_link (account_id);

-- Browsers that went to a provider and have yet to come back: the SHA-256 of what their cookie holds, from which state, nonce
-- and PKCE verifier follow. Each is good for one answer.
CREATE TABLE identity.upstream_visit (
    digest bytea PRIMARY KEY CHECK (octet_length(digest) = 32),
    upstream_id uuid NOT NULL,
    -- The session that asks for a link; without one, somebody signs in.
    session_id uuid,
    -- Whether they are to prove there anew who they are.
    afresh boolean NOT NULL,
    onward text NOT NULL CHECK (length(onward) <= 8000),
    begun_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL
);
CREATE INDEX upstream_visit_by_end ON identity.upstream_visit (expires_at);

-- When whoever is between the two steps proved the first thing; null for just before.
ALTER TABLE identity.second_step ADD COLUMN proved_at timestamptz;
