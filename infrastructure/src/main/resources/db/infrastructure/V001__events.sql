CREATE TABLE infrastructure.event (
    global_index      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    event_id          text        NOT NULL UNIQUE,
    aggregate         text        NOT NULL,
    sequence          bigint      NOT NULL,
    aggregate_type    text,
    at                timestamptz NOT NULL,
    name              text        NOT NULL,
    revision          text        NOT NULL,
    payload           jsonb       NOT NULL,
    metadata          jsonb       NOT NULL,
    actor             text GENERATED ALWAYS AS (metadata ->> 'actor') STORED,
    UNIQUE (aggregate, sequence)
);
CREATE INDEX event_by_name ON infrastructure.event (name, global_index);
CREATE INDEX event_by_actor ON infrastructure.event (actor, global_index);
CREATE INDEX event_by_time ON infrastructure.event (at);

CREATE TABLE infrastructure.snapshot (
    event_id          text        NOT NULL UNIQUE,
    aggregate         text        NOT NULL,
    sequence          bigint      NOT NULL,
    aggregate_type    text        NOT NULL,
    at                timestamptz NOT NULL,
    name              text        NOT NULL,
    revision          text,
    payload           jsonb       NOT NULL,
    metadata          jsonb       NOT NULL,
    PRIMARY KEY (aggregate, sequence)
);

CREATE TABLE infrastructure.token (
    processor  text    NOT NULL,
    segment    integer NOT NULL,
    token      bytea,
    token_type text,
    stamp      text,
    owner      text,
    PRIMARY KEY (processor, segment)
);

CREATE TABLE infrastructure.dead_letter (
    dead_letter_id      text    NOT NULL PRIMARY KEY,
    processing_group    text    NOT NULL,
    sequence_identifier text    NOT NULL,
    sequence_index      bigint  NOT NULL,
    message_type        text    NOT NULL,
    event_identifier    text    NOT NULL,
    time_stamp          text    NOT NULL,
    payload_type        text    NOT NULL,
    payload_revision    text,
    payload             bytea   NOT NULL,
    metadata            bytea,
    aggregate_type      text,
    aggregate           text,
    sequence_number     bigint,
    token_type          text,
    token               bytea,
    enqueued_at         text    NOT NULL,
    last_touched        text,
    processing_started  text,
    cause_type          text,
    cause_message       text,
    diagnostics         bytea,
    UNIQUE (processing_group, sequence_identifier, sequence_index)
);

CREATE TABLE infrastructure.done_once (
    event_id text        NOT NULL,
    action   text        NOT NULL,
    at       timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (event_id, action)
);
