package org.acides.hiboo.captcha.question;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.acides.hiboo.captcha.api.Question;
import org.acides.hiboo.captcha.api.QuestionId;
import org.acides.hiboo.captcha.api.SiteId;
import org.acides.hiboo.captcha.api.events.QuestionWithdrawn;
import org.acides.hiboo.captcha.api.events.QuestionWritten;
import org.acides.hiboo.captcha.api.queries.FindQuestions;
import org.acides.hiboo.captcha.api.queries.QuestionRow;
import org.acides.hiboo.captcha.site.Remembered;
import org.acides.hiboo.infrastructure.api.Sealed;
import org.acides.hiboo.infrastructure.api.Sealer;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What each site may ask, in the transaction of the questions' own events. */
@Component
@ProcessingGroup("lookup.captcha.question")
class Questions {

    private final JdbcClient jdbc;
    private final Sealer sealer;
    private final Remembered<List<QuestionRow>> remembered;

    Questions(JdbcClient jdbc, Sealer sealer, Clock clock) {
        this.jdbc = jdbc;
        this.sealer = sealer;
        this.remembered = new Remembered<>(clock, this::read);
    }

    private record Stored(Sealed<Question> question, Instant writtenAt) {}

    @EventHandler
    void on(QuestionWritten event) {
        jdbc.sql("INSERT INTO captcha.question (question_id, site_id, language, box, written_at)"
                        + " VALUES (?, ?, ?, ?, ?)")
                .param(event.questionId().value())
                .param(event.siteId().value())
                .param(event.language())
                .param(event.question().box())
                .param(event.at().atOffset(ZoneOffset.UTC))
                .update();
        remembered.forget(event.siteId());
    }

    @EventHandler
    void on(QuestionWithdrawn event) {
        jdbc.sql("DELETE FROM captcha.question WHERE question_id = ? RETURNING site_id")
                .param(event.questionId().value())
                .query(UUID.class)
                .optional()
                .map(SiteId::new)
                .ifPresent(remembered::forget);
    }

    @QueryHandler
    List<QuestionRow> handle(FindQuestions query) {
        return read(query.siteId());
    }

    /** Those that a site may ask: in the language, if there is one in it. */
    List<QuestionRow> askable(SiteId site, String language) {
        List<QuestionRow> all = remembered.of(site);
        List<QuestionRow> fitting = all.stream()
                .filter(row -> row.question().language().equals(language))
                .toList();
        return fitting.isEmpty() ? all : fitting;
    }

    private List<QuestionRow> read(SiteId site) {
        List<Stored> stored = jdbc.sql("SELECT question_id, box, written_at FROM captcha.question WHERE site_id = ?"
                        + " ORDER BY written_at, question_id")
                .param(site.value())
                .query(Questions::stored)
                .list();
        Map<UUID, Question> opened =
                sealer.openAll(stored.stream().map(Stored::question).toList(), Question.class);
        return stored.stream()
                .filter(each -> opened.containsKey(each.question().subject()))
                .map(each -> row(each, opened.get(each.question().subject())))
                .toList();
    }

    Optional<QuestionRow> find(QuestionId id) {
        return jdbc.sql("SELECT question_id, box, written_at FROM captcha.question WHERE question_id = ?")
                .param(id.value())
                .query(Questions::stored)
                .optional()
                .flatMap(this::opened);
    }

    Optional<SiteId> siteOf(QuestionId id) {
        return jdbc.sql("SELECT site_id FROM captcha.question WHERE question_id = ?")
                .param(id.value())
                .query(UUID.class)
                .optional()
                .map(SiteId::new);
    }

    int count(SiteId site) {
        return jdbc.sql("SELECT count(*) FROM captcha.question WHERE site_id = ?")
                .param(site.value())
                .query(Integer.class)
                .single();
    }

    private Optional<QuestionRow> opened(Stored stored) {
        return sealer.open(stored.question(), Question.class).map(question -> row(stored, question));
    }

    private static QuestionRow row(Stored stored, Question question) {
        return new QuestionRow(new QuestionId(stored.question().subject()), question, stored.writtenAt());
    }

    private static Stored stored(ResultSet row, int number) throws SQLException {
        return new Stored(
                new Sealed<>(row.getObject("question_id", UUID.class), row.getString("box")),
                row.getObject("written_at", OffsetDateTime.class).toInstant());
    }
}
