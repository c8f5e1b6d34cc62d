package org.acides.hiboo.identity.session;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * How long a browser stays signed in.
 *
 * @param idle without a request; counted in whole hours of use, so up to an hour more
 * @param absolute whatever it does
 */
@Component
record Lifetimes(
        @Value("${hiboo.session.idle:14d}") Duration idle,
        @Value("${hiboo.session.absolute:90d}") Duration absolute) {

    Lifetimes {
        if (idle.compareTo(Duration.ofMinutes(1)) < 0)
            throw new IllegalArgumentException("hiboo.session.idle: 1m or more");
        if (absolute.compareTo(idle) < 0)
            throw new IllegalArgumentException("hiboo.session.absolute: not less than hiboo.session.idle");
    }

    static Instant hour(Instant now) {
        return now.truncatedTo(ChronoUnit.HOURS);
    }

    /** A session used last at this hour, or before, is over. */
    Instant idleSince(Instant now) {
        return hour(now.minus(idle)).minus(1, ChronoUnit.HOURS);
    }

    /** A session that began then, or before, is over. */
    Instant begunBy(Instant now) {
        return now.minus(absolute);
    }
}
