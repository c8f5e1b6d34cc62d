-- What sites may ask, as of the last commit. Words and answers are sealed under the question, as in its event.
CREATE TABLE captcha.question (
    question_id uuid PRIMARY KEY,
    site_id     uuid NOT NULL,
    language    text NOT NULL CHECK (language IN ('fr', 'en')),
    box         text NOT NULL,
    written_at  timestamptz NOT NULL
);
CREATE INDEX question_of_site ON captcha.question (site_id, language);
