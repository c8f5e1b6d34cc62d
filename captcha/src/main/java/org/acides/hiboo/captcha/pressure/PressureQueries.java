package org.acides.hiboo.captcha.pressure;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.acides.hiboo.captcha.api.SiteId;
import org.acides.hiboo.captcha.api.queries.DifficultyPoint;
import org.acides.hiboo.captcha.api.queries.FindDifficulty;
import org.acides.hiboo.captcha.api.queries.FindPressure;
import org.acides.hiboo.captcha.api.queries.PressurePoint;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the pressure view asks. */
@Component
class PressureQueries {

    private static final int MOST = 5_000;

    private final JdbcClient jdbc;

    PressureQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @QueryHandler
    List<PressurePoint> handle(FindPressure query) {
        return jdbc.sql("SELECT date_bin(make_interval(secs => :step), minute, timestamptz '2020-01-01 00:00Z') AS at,"
                        + " site_id, kind, sum(challenges)::bigint AS challenges, sum(passes)::bigint AS passes,"
                        + " sum(failures)::bigint AS failures FROM captcha.pressure"
                        + " WHERE minute >= :from AND minute < :to AND (:site::uuid IS NULL OR site_id = :site::uuid)"
                        + " GROUP BY 1, site_id, kind ORDER BY 1, site_id, kind LIMIT :most")
                .param("step", query.step().toSeconds())
                .param("from", query.from().atOffset(ZoneOffset.UTC))
                .param("to", query.to().atOffset(ZoneOffset.UTC))
                .param("site", query.siteId() == null ? null : query.siteId().value())
                .param("most", MOST)
                .query(PressureQueries::pressure)
                .list();
    }

    @QueryHandler
    List<DifficultyPoint> handle(FindDifficulty query) {
        return jdbc.sql("SELECT at, difficulty, passes_a_minute FROM captcha.difficulty_change"
                        + " WHERE site_id = :site AND at < :to AND row_id >= coalesce((SELECT max(row_id)"
                        + " FROM captcha.difficulty_change WHERE site_id = :site AND at <= :from), 0)"
                        + " ORDER BY row_id LIMIT :most")
                .param("site", query.siteId().value())
                .param("from", query.from().atOffset(ZoneOffset.UTC))
                .param("to", query.to().atOffset(ZoneOffset.UTC))
                .param("most", MOST)
                .query((row, number) -> new DifficultyPoint(
                        row.getObject(1, OffsetDateTime.class).toInstant(), row.getInt(2), row.getLong(3)))
                .list();
    }

    private static PressurePoint pressure(ResultSet row, int number) throws SQLException {
        return new PressurePoint(
                row.getObject("at", OffsetDateTime.class).toInstant(),
                new SiteId(row.getObject("site_id", UUID.class)),
                row.getString("kind"),
                row.getLong("challenges"),
                row.getLong("passes"),
                row.getLong("failures"));
    }
}
