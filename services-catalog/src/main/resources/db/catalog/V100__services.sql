-- Names that a service has, or had: they stay taken when it retires, for addresses and applications may still say them.
CREATE TABLE catalog.taken_slug (
    slug text PRIMARY KEY,
    service_id uuid NOT NULL UNIQUE
);

CREATE TABLE catalog.taken_client_id (
    client_id text PRIMARY KEY,
    service_id uuid NOT NULL UNIQUE
);

-- What lists and pages show; made again from the history by a replay. The folded columns are without case and accents.
CREATE TABLE catalog.service_row (
    service_id uuid PRIMARY KEY,
    slug text NOT NULL,
    state text NOT NULL DEFAULT 'CLOSED' CHECK (state IN ('OPEN', 'CLOSED', 'RETIRED')),
    policy text NOT NULL DEFAULT 'OPEN',
    quota integer NOT NULL DEFAULT 1,
    description jsonb NOT NULL,
    rules jsonb NOT NULL,
    client jsonb,
    folded_name text NOT NULL,
    folded text NOT NULL,
    registered_at timestamptz NOT NULL
);
CREATE INDEX service_row_by_name ON catalog.service_row (folded_name, service_id);

CREATE TABLE catalog.logo (
    sha256 text PRIMARY KEY CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    media_type text NOT NULL CHECK (media_type IN ('image/png', 'image/jpeg', 'image/webp')),
    bytes bytea NOT NULL CHECK (octet_length(bytes) <= 262144)
);
