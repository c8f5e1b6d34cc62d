package org.acides.hiboo.catalog.seeded;

import java.time.Instant;

/** Wrong on purpose: nobody can set this clock. */
@SuppressWarnings("TimeInStaticInitializer")
public class ReadsTheWallClock {

    public Instant at() {
        return Instant.now();
    }
}
