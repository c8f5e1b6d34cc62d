package org.acides.hiboo.captcha.challenge;

import java.time.Clock;
import java.time.Duration;
import org.acides.hiboo.infrastructure.scheduling.Recurring;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Drops the marks of what has ended, a minute later: clocks of our nodes may be apart. */
@Configuration(proxyBeanMethods = false)
class ChallengeUpkeep {

    private static final Duration GRACE = Duration.ofMinutes(1);

    @Bean
    Recurring forgettingOfUsedMarks(UsedMarks marks, Clock clock) {
        return new Recurring(
                "captcha.used-marks",
                Duration.ofMinutes(1),
                () -> marks.forget(clock.instant().minus(GRACE)));
    }
}
