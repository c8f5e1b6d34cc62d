-- A letter on its way. What it says and to whom is sealed under a subject of its own, which is erased with the row.
CREATE TABLE infrastructure.letter (
    number      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    subject     uuid        NOT NULL UNIQUE,
    box         text        NOT NULL,
    state       text        NOT NULL CHECK (state IN ('waiting', 'set-aside', 'shown')),
    posted_at   timestamptz NOT NULL,
    due_at      timestamptz NOT NULL,
    attempts    integer     NOT NULL DEFAULT 0,
    last_answer text
);
CREATE INDEX letter_due ON infrastructure.letter (due_at) WHERE state = 'waiting';
