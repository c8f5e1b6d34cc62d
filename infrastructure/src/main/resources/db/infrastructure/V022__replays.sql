-- A replay that was asked for and has not begun; whichever node runs the processor takes it.
CREATE TABLE infrastructure.replay_request (
    processor text        NOT NULL PRIMARY KEY,
    asked_at  timestamptz NOT NULL
);
