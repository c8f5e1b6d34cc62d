package org.acides.hiboo.infrastructure.signing;

import java.time.Duration;

/**
 * How long a key lives.
 *
 * @param announced published before it signs; five minutes at least
 * @param signing until its successor takes over; longer than it was announced
 * @param kept published after its successor took over: as long as anything that it signed may be shown
 */
record Lifetimes(Duration announced, Duration signing, Duration kept) {

    Lifetimes {
        if (announced.compareTo(Duration.ofMinutes(5)) < 0)
            throw new IllegalArgumentException("a signing key is announced five minutes before it signs, at least");
        if (signing.compareTo(announced) <= 0)
            throw new IllegalArgumentException("a signing key signs longer than it was announced");
        if (kept.compareTo(Duration.ofHours(1)) < 0)
            throw new IllegalArgumentException("a signing key is kept an hour, at least");
    }
}
