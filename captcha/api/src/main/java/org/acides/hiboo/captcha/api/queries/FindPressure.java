package org.acides.hiboo.captcha.api.queries;

import java.time.Duration;
import java.time.Instant;
import org.acides.hiboo.captcha.api.SiteId;
import org.jspecify.annotations.Nullable;

/**
 * Asks for {@link PressurePoint}s in the order of time, one a step and kind however many sites there are; times without any
 * have none. The last minute still grows. Kept for 30 days.
 *
 * @param siteId null for every site, summed up
 * @param from inclusive
 * @param to exclusive
 * @param step what one point sums up: a whole number of minutes, 1,000 steps at most from {@code from} to {@code to}
 */
public record FindPressure(@Nullable SiteId siteId, Instant from, Instant to, Duration step) {

    private static final int MOST_STEPS = 1_000;

    public FindPressure {
        if (step.compareTo(Duration.ofMinutes(1)) < 0 || step.toSeconds() % 60 != 0)
            throw new IllegalArgumentException("step: whole minutes, one at least");
        if (Duration.between(from, to).dividedBy(step) > MOST_STEPS)
            throw new IllegalArgumentException("step: at most 1,000 of them");
    }
}
