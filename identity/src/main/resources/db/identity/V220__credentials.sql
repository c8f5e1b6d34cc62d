-- A hash says how it was made (PHC string): parameters may change, and old hashes go on working.
CREATE TABLE identity.password (
    account_id uuid PRIMARY KEY,
    hash text NOT NULL
);

-- Wrong tries. A key is a MAC over who tried what from where; the level falls with time, and a row that fell to nothing
-- is dropped. Losing all of it costs nobody anything but an attacker's wait.
CREATE TABLE identity.attempt (
    key bytea PRIMARY KEY CHECK (octet_length(key) = 32),
    level double precision NOT NULL,
    counted_at timestamptz NOT NULL,
    wait_until timestamptz NOT NULL,
    gone_at timestamptz NOT NULL,
    -- The terms that the row was last counted on: tries that are free, and seconds.
    free double precision NOT NULL,
    forgets_one_in double precision NOT NULL,
    longest_wait double precision NOT NULL
);
CREATE INDEX attempt_by_end ON identity.attempt (gone_at);
