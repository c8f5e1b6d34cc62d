package org.acides.hiboo.identity.upstream.visit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.UUID;
import org.acides.hiboo.identity.api.SessionId;
import org.acides.hiboo.identity.api.UpstreamId;
import org.acides.hiboo.identity.upstream.visit.Trouble.Why;
import org.acides.hiboo.infrastructure.scheduling.Recurring;
import org.acides.hiboo.infrastructure.secret.Secret;
import org.acides.hiboo.infrastructure.web.Onward;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Browsers on their way: known by the SHA-256 of what their cookie holds, for fifteen minutes, good for one answer. */
@Component
class Visits {

    static final Duration LIFETIME = Duration.ofMinutes(15);

    private final JdbcClient jdbc;
    private final Clock clock;

    Visits(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param session whose member wants a link, or null */
    void begin(BrowserKey key, UpstreamId upstream, @Nullable SessionId session, boolean afresh, Onward onward) {
        jdbc.sql("INSERT INTO identity.upstream_visit"
                        + " (digest, upstream_id, session_id, afresh, onward, begun_at, expires_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)")
                .params(Arrays.asList(
                        Secret.digest(key.secret()),
                        upstream.value(),
                        session == null ? null : session.value(),
                        afresh,
                        onward.given() ? onward.toString() : "",
                        Timestamp.from(clock.instant()),
                        Timestamp.from(clock.instant().plus(LIFETIME))))
                .update();
    }

    /**
     * Uses it up; of two at once, one succeeds.
     *
     * @throws Trouble OVER when there is none, or none any more
     */
    Visit end(BrowserKey key) {
        return jdbc.sql("DELETE FROM identity.upstream_visit WHERE digest = ? AND expires_at > ?"
                        + " RETURNING upstream_id, session_id, afresh, onward, begun_at")
                .params(Secret.digest(key.secret()), Timestamp.from(clock.instant()))
                .query(Visits::visit)
                .optional()
                .orElseThrow(() -> new Trouble(Why.OVER, "no such visit"));
    }

    private static Visit visit(ResultSet row, int number) throws SQLException {
        UUID session = row.getObject("session_id", UUID.class);
        return new Visit(
                new UpstreamId(row.getObject("upstream_id", UUID.class)),
                session == null ? null : new SessionId(session),
                row.getBoolean("afresh"),
                Onward.of(row.getString("onward")),
                row.getTimestamp("begun_at").toInstant());
    }

    @Configuration(proxyBeanMethods = false)
    static class Ended {

        @Bean
        Recurring clearingOfVisits(JdbcClient jdbc, Clock clock) {
            return new Recurring(
                    "identity.ended-upstream-visits",
                    Duration.ofHours(1),
                    () -> jdbc.sql("DELETE FROM identity.upstream_visit WHERE expires_at < ?")
                            .param(Timestamp.from(clock.instant()))
                            .update());
        }
    }
}
