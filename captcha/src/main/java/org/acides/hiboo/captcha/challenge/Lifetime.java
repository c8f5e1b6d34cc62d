package org.acides.hiboo.captcha.challenge;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** How long challenges and passes live, as siteverify's clients know it. */
@Component
class Lifetime {

    static final Duration CHALLENGE = Duration.ofSeconds(300);
    static final Duration PASS = Duration.ofSeconds(300);

    /** As far as clocks of our nodes may be apart. */
    private static final Duration SKEW = Duration.ofSeconds(5);

    private final Clock clock;

    Lifetime(Clock clock) {
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    /** @throws NotSolved {@code EXPIRED} or {@code FUTURE} */
    void require(Instant issued, Duration lives) {
        Instant now = clock.instant();
        if (!now.isBefore(issued.plus(lives))) throw new NotSolved(NotSolved.Reason.EXPIRED);
        if (issued.isAfter(now.plus(SKEW))) throw new NotSolved(NotSolved.Reason.FUTURE);
    }
}
