package org.acides.hiboo.identity.signin;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.events.PasswordChanged;
import org.acides.hiboo.infrastructure.api.Sealed;
import org.acides.hiboo.infrastructure.api.Sealer;
import org.acides.hiboo.infrastructure.scheduling.Recurring;
import org.acides.hiboo.infrastructure.secret.Secret;
import org.acides.hiboo.infrastructure.web.Onward;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The links in letters: 256 random bits, known here by their SHA-256, each for one purpose, once, and not for long. */
@Component
@ProcessingGroup("lookup.identity.one-time-links")
class OneTimeLinks {

    private static final int LETTERS_AN_HOUR = 3;

    /** What a letter is for, and how long its link holds. */
    enum Purpose {
        VERIFY(Duration.ofHours(24)),
        RESET(Duration.ofHours(1)),
        /** A letter without a link, counted like the others. */
        NOTICE(Duration.ofHours(1)),
        /** Another letter without a link: counted apart, so that nobody uses its turns up with the others. */
        DEVICE(Duration.ofHours(1)),
        /** As long as a recovery may take. */
        RECOVERY(Duration.ofDays(31));

        final Duration lifetime;

        Purpose(Duration lifetime) {
            this.lifetime = lifetime;
        }
    }

    /**
     * @param used whether it did what it was for
     * @param onward where its holder was going when they asked for it
     */
    record Found(AccountId account, boolean used, Onward onward) {}

    private final JdbcClient jdbc;
    private final Sealer sealer;
    private final Clock clock;

    OneTimeLinks(JdbcClient jdbc, Sealer sealer, Clock clock) {
        this.jdbc = jdbc;
        this.sealer = sealer;
        this.clock = clock;
    }

    /**
     * @param onward kept here, never in the link
     * @return 43 characters of base64url, or empty when the account had three such letters within the hour
     */
    Optional<String> issue(AccountId account, Purpose purpose, Onward onward) {
        String token = Secret.fresh();
        Instant now = clock.instant();
        int issued = jdbc.sql("INSERT INTO identity.one_time_link (digest, account_id, purpose, issued_at, expires_at,"
                        + " onward_box) SELECT :digest, :account, :purpose, :now, :end, :onward WHERE (SELECT count(*) FROM identity.one_time_link"
                        + " WHERE account_id = :account AND purpose = :purpose AND issued_at > :hour) < :most")
                .param("digest", Secret.digest(token))
                .param("account", account.value())
                .param("purpose", purpose.name())
                .param("now", Timestamp.from(now))
                .param("end", Timestamp.from(now.plus(purpose.lifetime)))
                .param("onward", seal(account, onward), Types.VARCHAR)
                .param("hour", Timestamp.from(now.minus(Duration.ofHours(1))))
                .param("most", LETTERS_AN_HOUR)
                .update();
        return issued == 1 ? Optional.of(token) : Optional.empty();
    }

    /** Empty when there is none such, or no more. Looking uses nothing up. */
    Optional<Found> find(String token, Purpose purpose) {
        return jdbc.sql("SELECT account_id, used_at IS NOT NULL AS used, onward_box FROM identity.one_time_link"
                        + " WHERE digest = ? AND purpose = ? AND expires_at > ?")
                .params(Secret.digest(token), purpose.name(), Timestamp.from(clock.instant()))
                .query((row, number) -> found(row))
                .optional();
    }

    private Found found(ResultSet row) throws SQLException {
        UUID account = row.getObject("account_id", UUID.class);
        String box = row.getString("onward_box");
        String onward = box == null
                ? null
                : sealer.open(new Sealed<String>(account, box), String.class).orElse(null);
        return new Found(new AccountId(account), row.getBoolean("used"), Onward.of(onward));
    }

    private @Nullable String seal(AccountId account, Onward onward) {
        return onward.given() ? sealer.seal(account.value(), onward.toString()).box() : null;
    }

    /** Uses it up; of two at once, one succeeds. */
    boolean use(String token, Purpose purpose) {
        Timestamp now = Timestamp.from(clock.instant());
        return jdbc.sql("UPDATE identity.one_time_link SET used_at = ?"
                                + " WHERE digest = ? AND purpose = ? AND used_at IS NULL AND expires_at > ?")
                        .params(now, Secret.digest(token), purpose.name(), now)
                        .update()
                == 1;
    }

    /** What it was used for was refused: it holds again. */
    void giveBack(String token) {
        jdbc.sql("UPDATE identity.one_time_link SET used_at = NULL WHERE digest = ?")
                .param(Secret.digest(token))
                .update();
    }

    @EventHandler
    void on(PasswordChanged event) {
        jdbc.sql("DELETE FROM identity.one_time_link WHERE account_id = ? AND purpose = 'RESET'")
                .param(event.accountId().value())
                .update();
    }

    @Configuration(proxyBeanMethods = false)
    static class Ended {

        @Bean
        Recurring clearingOfOneTimeLinks(JdbcClient jdbc, Clock clock) {
            return new Recurring(
                    "identity.ended-links",
                    Duration.ofHours(1),
                    () -> jdbc.sql("DELETE FROM identity.one_time_link WHERE expires_at < ?")
                            .param(Timestamp.from(clock.instant().minus(Duration.ofDays(1))))
                            .update());
        }
    }
}
