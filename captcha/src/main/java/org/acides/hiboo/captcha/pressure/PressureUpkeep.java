package org.acides.hiboo.captcha.pressure;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import org.acides.hiboo.infrastructure.scheduling.Recurring;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What goes on about pressure while nobody looks. */
@Configuration(proxyBeanMethods = false)
class PressureUpkeep {

    private static final Duration KEPT = Duration.ofDays(30);

    @Bean
    Recurring adaptationToPressure(Adaptation adaptation) {
        return new Recurring("captcha.adaptation", Adaptation.EVERY, adaptation::round);
    }

    @Bean
    Recurring forgettingOfPressure(JdbcClient jdbc, Clock clock) {
        return new Recurring(
                "captcha.pressure",
                Duration.ofHours(1),
                () -> jdbc.sql("DELETE FROM captcha.pressure WHERE minute < ?")
                        .param(clock.instant().minus(KEPT).atOffset(ZoneOffset.UTC))
                        .update());
    }
}
