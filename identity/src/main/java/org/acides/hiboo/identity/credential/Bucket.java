package org.acides.hiboo.identity.credential;

import java.time.Duration;

/**
 * What wrong tries are counted against. Each counter leaks: it forgets one try in a while. Beyond the free tries, each one
 * more doubles the wait before the next, up to the longest.
 */
enum Bucket {
    /** A browser that the account knows: nothing but its own tries holds it back. */
    DEVICE(10, Duration.ofMinutes(5), Duration.ofMinutes(15)),
    /** One login from one source. */
    PAIR(5, Duration.ofMinutes(10), Duration.ofMinutes(15)),
    /** One source, whatever it tries: many people may stand behind one address. */
    SOURCE(60, Duration.ofMinutes(1), Duration.ofMinutes(5)),
    /** One login, from all browsers that it does not know. */
    LOGIN(50, Duration.ofMinutes(15), Duration.ofMinutes(15));

    final int free;
    final Duration forgetsOneIn;
    final Duration longestWait;

    Bucket(int free, Duration forgetsOneIn, Duration longestWait) {
        this.free = free;
        this.forgetsOneIn = forgetsOneIn;
        this.longestWait = longestWait;
    }
}
