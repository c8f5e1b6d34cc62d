package org.acides.hiboo.identity.signin;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.SessionId;
import org.acides.hiboo.identity.api.events.AccountBlocked;
import org.acides.hiboo.identity.api.events.PasswordChanged;
import org.acides.hiboo.infrastructure.scheduling.Recurring;
import org.acides.hiboo.infrastructure.secret.Secret;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Browsers whose password was right and that have a second step to go: each holds 256 random bits for ten minutes, known
 * here by their SHA-256, good for one sign-in.
 */
@Component
@ProcessingGroup("lookup.identity.second-steps")
class SecondSteps {

    static final Duration LIFETIME = Duration.ofMinutes(10);

    /**
     * Somebody who proved one thing and is to prove another.
     *
     * @param methods RFC 8176 values of what they proved so far
     * @param provedAt when that was; null for just before
     * @param session that goes on with it; null when one is to begin
     * @param secret what their browser holds; null for somebody signed in who is to prove more
     */
    record Waiting(
            AccountId account,
            List<String> methods,
            @Nullable Instant provedAt,
            @Nullable SessionId session,
            @Nullable String secret) {

        @Override
        public String toString() {
            return "Waiting[" + account + "]";
        }
    }

    private final JdbcClient jdbc;
    private final Clock clock;

    SecondSteps(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @return what the browser is to hold */
    String begin(AccountId account, List<String> methods, @Nullable Instant provedAt, @Nullable SessionId session) {
        String secret = Secret.fresh();
        jdbc.sql("INSERT INTO identity.second_step (digest, account_id, methods, proved_at, session_id, expires_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?)")
                .params(Arrays.asList(
                        Secret.digest(secret),
                        account.value(),
                        methods.toArray(String[]::new),
                        provedAt == null ? null : Timestamp.from(provedAt),
                        session == null ? null : session.value(),
                        Timestamp.from(clock.instant().plus(LIFETIME))))
                .update();
        return secret;
    }

    Optional<Waiting> find(String secret) {
        return jdbc.sql("SELECT account_id, methods, proved_at, session_id FROM identity.second_step"
                        + " WHERE digest = ? AND expires_at > ?")
                .params(Secret.digest(secret), Timestamp.from(clock.instant()))
                .query((row, number) -> waiting(row, secret))
                .optional();
    }

    private static Waiting waiting(ResultSet row, String secret) throws SQLException {
        UUID session = row.getObject("session_id", UUID.class);
        Timestamp proved = row.getTimestamp("proved_at");
        return new Waiting(
                new AccountId(row.getObject("account_id", UUID.class)),
                List.of((String[]) row.getArray("methods").getArray()),
                proved == null ? null : proved.toInstant(),
                session == null ? null : new SessionId(session),
                secret);
    }

    /** Uses it up; of two at once, one succeeds. */
    boolean use(String secret) {
        return jdbc.sql("DELETE FROM identity.second_step WHERE digest = ? AND expires_at > ?")
                        .params(Secret.digest(secret), Timestamp.from(clock.instant()))
                        .update()
                == 1;
    }

    /** Whoever knew the old password alone goes no further. */
    @EventHandler
    void on(PasswordChanged event) {
        forget(event.accountId());
    }

    @EventHandler
    void on(AccountBlocked event) {
        forget(event.accountId());
    }

    private void forget(AccountId account) {
        jdbc.sql("DELETE FROM identity.second_step WHERE account_id = ?")
                .param(account.value())
                .update();
    }

    @Configuration(proxyBeanMethods = false)
    static class Ended {

        @Bean
        Recurring clearingOfSecondSteps(JdbcClient jdbc, Clock clock) {
            return new Recurring(
                    "identity.ended-second-steps",
                    Duration.ofHours(1),
                    () -> jdbc.sql("DELETE FROM identity.second_step WHERE expires_at < ?")
                            .param(Timestamp.from(clock.instant()))
                            .update());
        }
    }
}
