package org.acides.hiboo.infrastructure.mail;

import java.time.Duration;

/** How long a letter waits after a failure: half a minute at first, then twice as long each time, up to four hours. */
final class Backoff {

    /** After so long nobody waits for a letter any more. */
    static final Duration LIFE = Duration.ofDays(3);

    private static final Duration FIRST = Duration.ofSeconds(30);
    private static final Duration LONGEST = Duration.ofHours(4);

    private Backoff() {}

    /** @param attempts failures before this one, 0 for the first */
    static Duration after(int attempts) {
        Duration wait = FIRST.multipliedBy(1L << Math.clamp(attempts, 0, 20));
        return wait.compareTo(LONGEST) < 0 ? wait : LONGEST;
    }
}
