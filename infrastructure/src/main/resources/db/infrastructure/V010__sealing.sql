-- Which master keys the rows below are wrapped under: one, and while a rotation runs the one before it.
CREATE TABLE infrastructure.master_key (
    id      text    NOT NULL PRIMARY KEY,
    current boolean NOT NULL
);
CREATE UNIQUE INDEX one_current_master_key ON infrastructure.master_key (current) WHERE current;

-- A subject that was erased keeps its row, without a key.
CREATE TABLE infrastructure.data_key (
    subject    uuid NOT NULL PRIMARY KEY,
    wrapped    bytea,
    master_key text,
    CHECK ((wrapped IS NULL) = (master_key IS NULL))
);

CREATE TABLE infrastructure.named_key (
    name       text  NOT NULL PRIMARY KEY,
    wrapped    bytea NOT NULL,
    master_key text  NOT NULL
);
