package org.acides.hiboo.identity.saml;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.acides.hiboo.identity.saml.Refusal.Why;
import org.acides.hiboo.infrastructure.scheduling.Recurring;
import org.acides.hiboo.infrastructure.secret.Secret;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Messages that were acted upon, for longer than any of them could be sent again. */
@Component
public class SpentMessages {

    /** A message's age at arrival, and an hour for the person to answer what they are asked. */
    private static final Duration KEPT = Duration.ofHours(3);

    private final JdbcClient jdbc;
    private final Clock clock;

    SpentMessages(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Spends it: of two who try at once, one may.
     *
     * @throws Refusal STALE for the other
     */
    public void spend(String entityId, String messageId) {
        Instant end = clock.instant().plus(KEPT).truncatedTo(ChronoUnit.HOURS);
        int first = jdbc.sql("INSERT INTO identity.saml_spent (hash, ends_at) VALUES (?, ?) ON CONFLICT DO NOTHING")
                .param(Secret.digest(entityId + "\n" + messageId))
                .param(end.atOffset(ZoneOffset.UTC))
                .update();
        if (first == 0) throw new Refusal(Why.STALE);
    }

    void purge() {
        jdbc.sql("DELETE FROM identity.saml_spent WHERE ends_at < ?")
                .param(clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    @Bean
    Recurring purgeOfSpentMessages() {
        return new Recurring("identity.saml-purge", Duration.ofMinutes(30), this::purge);
    }
}
