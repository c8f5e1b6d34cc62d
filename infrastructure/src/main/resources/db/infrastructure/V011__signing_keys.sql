-- One row a key pair; the number counts an algorithm's keys, so that of two nodes one makes the next.
CREATE TABLE infrastructure.signing_key (
    algorithm  text        NOT NULL,
    number     integer     NOT NULL,
    kid        text        NOT NULL UNIQUE,
    signs_from timestamptz NOT NULL,
    wrapped    bytea       NOT NULL,
    master_key text        NOT NULL,
    PRIMARY KEY (algorithm, number)
);
