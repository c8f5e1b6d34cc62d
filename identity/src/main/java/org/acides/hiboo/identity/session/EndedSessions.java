package org.acides.hiboo.identity.session;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.SessionId;
import org.acides.hiboo.infrastructure.scheduling.Recurring;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Ends, each hour, what nobody used for too long, and what is beyond the hundred latest of one account. */
@Configuration(proxyBeanMethods = false)
class EndedSessions {

    private static final int KEPT = 100;
    private static final int BATCH = 1000;

    private record Over(AccountId account, SessionId session) {}

    @Bean
    Recurring endingOfSessions(JdbcClient jdbc, Sessions sessions, Lifetimes lifetimes, Clock clock) {
        return new Recurring(
                "identity.ended-sessions", Duration.ofHours(1), () -> end(jdbc, sessions, lifetimes, clock.instant()));
    }

    private static void end(JdbcClient jdbc, Sessions sessions, Lifetimes lifetimes, Instant now) {
        int ended;
        do {
            var over = jdbc.sql("SELECT account_id, session_id FROM"
                            + " (SELECT *, row_number() OVER (PARTITION BY account_id ORDER BY last_used_at DESC, created_at DESC) AS place"
                            + " FROM identity.session) s"
                            + " WHERE last_used_at <= ? OR created_at <= ? OR place > ? LIMIT ?")
                    .params(
                            Timestamp.from(lifetimes.idleSince(now)),
                            Timestamp.from(lifetimes.begunBy(now)),
                            KEPT,
                            BATCH)
                    .query((row, number) -> new Over(
                            new AccountId(row.getObject("account_id", UUID.class)),
                            new SessionId(row.getObject("session_id", UUID.class))))
                    .list();
            over.forEach(one -> sessions.expire(one.account(), one.session()));
            ended = over.size();
        } while (ended == BATCH);
    }
}
