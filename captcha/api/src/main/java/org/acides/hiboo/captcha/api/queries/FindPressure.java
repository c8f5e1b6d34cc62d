package org.acides.hiboo.captcha.api.queries;

import java.time.Duration;
import java.time.Instant;
import org.acides.hiboo.captcha.api.SiteId;
import org.jspecify.annotations.Nullable;

/**
 * Asks for {@link PressurePoint}s in the order of time, at most 5,000; times without any have none. The last minute still
 * grows. Kept for 30 days.
 *
 * @param siteId null for every site
 * @param from inclusive
 * @param to exclusive
 * @param step what one point sums up: a whole number of minutes
 */
public record FindPressure(@Nullable SiteId siteId, Instant from, Instant to, Duration step) {

    public FindPressure {
        if (step.compareTo(Duration.ofMinutes(1)) < 0 || step.toSeconds() % 60 != 0)
            throw new IllegalArgumentException("step: whole minutes, one at least");
    }
}
