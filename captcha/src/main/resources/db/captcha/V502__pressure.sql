-- How much a site was asked in a minute. Nothing here says by whom.
CREATE TABLE captcha.pressure (
    site_id    uuid NOT NULL,
    kind       text NOT NULL,
    minute     timestamptz NOT NULL,
    challenges bigint NOT NULL DEFAULT 0,
    passes     bigint NOT NULL DEFAULT 0,
    failures   bigint NOT NULL DEFAULT 0,
    PRIMARY KEY (site_id, minute, kind)
);
CREATE INDEX pressure_by_minute ON captcha.pressure (minute);

-- Each difficulty that came into force; made again from the history by a replay.
CREATE TABLE captcha.difficulty_change (
    row_id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    event_id        text NOT NULL UNIQUE,
    site_id         uuid NOT NULL,
    at              timestamptz NOT NULL,
    difficulty      integer NOT NULL,
    passes_a_minute bigint NOT NULL
);
CREATE INDEX difficulty_change_by_site ON captcha.difficulty_change (site_id, row_id);
