package org.acides.hiboo.infrastructure.mail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.acides.hiboo.infrastructure.api.OpenMail;
import org.acides.hiboo.infrastructure.api.Sealed;
import org.acides.hiboo.infrastructure.api.Sealer;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The letters that are ours to keep, in the caller's transaction. */
class Outbox {

    static final String WAITING = "waiting";
    static final String SET_ASIDE = "set-aside";
    static final String SHOWN = "shown";

    private static final String COLUMNS = "number, subject, box, posted_at, attempts";

    /** @param attempts how often it was tried before */
    record Letter(long number, Sealed<OpenMail> sealed, Instant postedAt, int attempts) {}

    private final JdbcClient jdbc;
    private final Sealer sealer;
    private final Clock clock;

    Outbox(JdbcClient jdbc, Sealer sealer, Clock clock) {
        this.jdbc = jdbc;
        this.sealer = sealer;
        this.clock = clock;
    }

    void add(OpenMail mail, String state) {
        Sealed<OpenMail> sealed = sealer.seal(UUID.randomUUID(), mail);
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        jdbc.sql("INSERT INTO infrastructure.letter (subject, box, state, posted_at, due_at) VALUES (?, ?, ?, ?, ?)")
                .params(sealed.subject(), sealed.box(), state, now, now)
                .update();
    }

    /** The next letter to send, held against every other sender until the transaction ends. */
    Optional<Letter> take() {
        return jdbc.sql("SELECT " + COLUMNS + " FROM infrastructure.letter"
                        + " WHERE state = 'waiting' AND due_at <= ? ORDER BY due_at LIMIT 1 FOR UPDATE SKIP LOCKED")
                .param(clock.instant().atOffset(ZoneOffset.UTC))
                .query(Outbox::letter)
                .optional();
    }

    /** The newest letters of a state, newest first. */
    List<Letter> newest(String state, int limit) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM infrastructure.letter"
                        + " WHERE state = ? ORDER BY number DESC LIMIT ?")
                .params(state, limit)
                .query(Outbox::letter)
                .list();
    }

    private static Letter letter(ResultSet row, int index) throws SQLException {
        return new Letter(
                row.getLong("number"),
                new Sealed<>(row.getObject("subject", UUID.class), row.getString("box")),
                row.getObject("posted_at", OffsetDateTime.class).toInstant(),
                row.getInt("attempts"));
    }

    /** Empty when its key is gone. */
    Optional<OpenMail> open(Letter letter) {
        return sealer.open(letter.sealed(), OpenMail.class);
    }

    void drop(Letter letter) {
        jdbc.sql("DELETE FROM infrastructure.letter WHERE number = ?")
                .param(letter.number())
                .update();
        // Its subject is random and never comes again: unlike an erased member's, its row need not stay to refuse it.
        jdbc.sql("DELETE FROM infrastructure.data_key WHERE subject = ?")
                .param(letter.sealed().subject())
                .update();
    }

    void later(Letter letter, Instant due, String answer) {
        failed(letter, WAITING, due, answer);
    }

    void setAside(Letter letter, String answer) {
        failed(letter, SET_ASIDE, clock.instant(), answer);
    }

    private void failed(Letter letter, String state, Instant due, String answer) {
        jdbc.sql("UPDATE infrastructure.letter SET state = ?, due_at = ?, attempts = attempts + 1, last_answer = ?"
                        + " WHERE number = ?")
                .params(state, due.atOffset(ZoneOffset.UTC), answer, letter.number())
                .update();
    }

    /** Drops letters of a state that came more than so long ago, or are older than the newest so many. */
    void forget(String state, Duration age, int keep) {
        List<Letter> old = jdbc.sql("SELECT " + COLUMNS + " FROM infrastructure.letter l"
                        + " WHERE state = ? AND (posted_at < ? OR number <= (SELECT number FROM"
                        + " infrastructure.letter WHERE state = ? ORDER BY number DESC OFFSET ? LIMIT 1))"
                        + " ORDER BY number LIMIT 1000 FOR UPDATE SKIP LOCKED")
                .params(state, clock.instant().minus(age).atOffset(ZoneOffset.UTC), state, keep)
                .query(Outbox::letter)
                .list();
        old.forEach(this::drop);
    }

    int count(String state) {
        return jdbc.sql("SELECT count(*) FROM infrastructure.letter WHERE state = ?")
                .param(state)
                .query(Integer.class)
                .single();
    }
}
