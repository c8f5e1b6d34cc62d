package org.acides.hiboo.infrastructure.scheduling;

import java.time.Duration;
import java.util.Objects;

/**
 * Work to be done again and again, on one node of all at a time. A bean of this type is all that it takes. The work is
 * idempotent; when it throws, the failure is logged and the next round comes as planned.
 *
 * @param name unique in the instance: a context, a dot, a purpose in kebab case
 * @param every one second at least
 */
public record Recurring(String name, Duration every, Runnable work) {

    public Recurring {
        Objects.requireNonNull(work);
        if (!name.matches("[a-z-]+\\.[a-z-]+")) throw new IllegalArgumentException("name: context.purpose");
        if (every.compareTo(Duration.ofSeconds(1)) < 0) throw new IllegalArgumentException("every: a second at least");
    }
}
