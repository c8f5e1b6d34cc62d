package org.acides.hiboo.identity.scim;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A service could not be told. The message is English and holds nothing that came back but a status. */
final class Untold extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient @Nullable Duration after;

    Untold(String message, @Nullable Duration after) {
        super(message);
        this.after = after;
    }

    Untold(String message) {
        this(message, null);
    }

    /** How long the service asked to be left alone. */
    @Nullable
    Duration after() {
        return after;
    }
}
