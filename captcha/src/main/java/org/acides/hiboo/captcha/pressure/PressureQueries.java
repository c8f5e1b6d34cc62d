package org.acides.hiboo.captcha.pressure;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.acides.hiboo.captcha.api.SiteId;
import org.acides.hiboo.captcha.api.queries.CountSitePressure;
import org.acides.hiboo.captcha.api.queries.DifficultyPoint;
import org.acides.hiboo.captcha.api.queries.FindDifficulty;
import org.acides.hiboo.captcha.api.queries.FindPressure;
import org.acides.hiboo.captcha.api.queries.FindSitePressure;
import org.acides.hiboo.captcha.api.queries.PressurePoint;
import org.acides.hiboo.captcha.api.queries.SitePressureRow;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the pressure view asks. */
@Component
class PressureQueries {

    private static final int MOST_CHANGES = 5_000;
    private static final int LARGEST_PAGE = 200;

    private static final String SUMS = "sum(challenges)::bigint AS challenges, sum(passes)::bigint AS passes,"
            + " sum(failures)::bigint AS failures FROM captcha.pressure WHERE minute >= :from AND minute < :to";

    private static final String SITES = " FROM captcha.site AS s LEFT JOIN (SELECT site_id, " + SUMS
            + " AND (:kind::text IS NULL OR kind = :kind::text) GROUP BY site_id) AS p USING (site_id)"
            + " WHERE (NOT s.retired OR p.site_id IS NOT NULL)"
            + " AND strpos(lower(s.settings ->> 'name'), lower(:text)) > 0";

    /** How far an attack has raised it; 0 in calm times, and for what is retired. */
    private static final String RAISED =
            "CASE WHEN s.retired THEN 0 ELSE s.difficulty - (s.settings ->> 'least')::integer END";

    private final JdbcClient jdbc;

    PressureQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @QueryHandler
    List<PressurePoint> handle(FindPressure query) {
        return jdbc.sql("SELECT date_bin(make_interval(secs => :step), minute, timestamptz '2020-01-01 00:00Z') AS at,"
                        + " kind, " + SUMS + " AND (:site::uuid IS NULL OR site_id = :site::uuid)"
                        + " GROUP BY 1, kind ORDER BY 1, kind")
                .param("step", query.step().toSeconds())
                .param("from", query.from().atOffset(ZoneOffset.UTC))
                .param("to", query.to().atOffset(ZoneOffset.UTC))
                .param("site", query.siteId() == null ? null : query.siteId().value())
                .query(PressureQueries::pressure)
                .list();
    }

    @QueryHandler
    List<SitePressureRow> handle(FindSitePressure query) {
        return jdbc.sql("SELECT site_id, s.settings ->> 'name' AS name, s.retired, s.difficulty,"
                        + " (s.settings ->> 'least')::integer AS least, (s.settings ->> 'most')::integer AS most,"
                        + " challenges, passes, failures" + SITES + " ORDER BY " + RAISED
                        + " DESC, coalesce(challenges, 0) DESC,"
                        + " lower(s.settings ->> 'name'), site_id OFFSET :offset LIMIT :limit")
                .params(sites(query.text(), query.kind(), query.from(), query.to()))
                .param("offset", Math.max(0, query.offset()))
                .param("limit", Math.clamp(query.limit(), 1, LARGEST_PAGE))
                .query(PressureQueries::site)
                .list();
    }

    @QueryHandler
    Integer handle(CountSitePressure query) {
        return jdbc.sql("SELECT count(*)" + SITES)
                .params(sites(query.text(), query.kind(), query.from(), query.to()))
                .query(Integer.class)
                .single();
    }

    private static Map<String, @Nullable Object> sites(String text, @Nullable String kind, Instant from, Instant to) {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("text", text.strip());
        values.put("kind", kind);
        values.put("from", from.atOffset(ZoneOffset.UTC));
        values.put("to", to.atOffset(ZoneOffset.UTC));
        return values;
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
                .param("most", MOST_CHANGES)
                .query((row, number) -> new DifficultyPoint(
                        row.getObject(1, OffsetDateTime.class).toInstant(), row.getInt(2), row.getLong(3)))
                .list();
    }

    private static PressurePoint pressure(ResultSet row, int number) throws SQLException {
        return new PressurePoint(
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("kind"),
                row.getLong("challenges"),
                row.getLong("passes"),
                row.getLong("failures"));
    }

    private static SitePressureRow site(ResultSet row, int number) throws SQLException {
        return new SitePressureRow(
                new SiteId(row.getObject("site_id", UUID.class)),
                row.getString("name"),
                row.getBoolean("retired"),
                row.getInt("difficulty"),
                row.getInt("least"),
                row.getInt("most"),
                row.getLong("challenges"),
                row.getLong("passes"),
                row.getLong("failures"));
    }
}
