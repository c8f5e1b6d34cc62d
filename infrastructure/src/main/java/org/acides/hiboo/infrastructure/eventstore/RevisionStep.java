package org.acides.hiboo.infrastructure.eventstore;

import java.util.Objects;
import java.util.function.Consumer;
import tools.jackson.databind.node.ObjectNode;

/**
 * How the stored payload of an event becomes that of the next revision. A bean of this type is all that it takes: when a
 * payload's shape changes, raise {@code @EventName(revision)}, declare the step that leads there, keep the sample of
 * the old revision and add one of the new. Nothing stored is ever rewritten.
 *
 * <pre>{@code
 * @Bean
 * RevisionStep amountsHaveAUnit() {
 *     return new RevisionStep("shop.amount-paid", 0, payload -> payload.put("unit", "EUR"));
 * }
 * }</pre>
 *
 * @param name the event's stored name
 * @param from the revision that is read; the step leads to the one after it
 * @param change edits the payload in place, and depends on nothing but the payload
 */
public record RevisionStep(String name, int from, Consumer<ObjectNode> change) {

    public RevisionStep {
        Objects.requireNonNull(name);
        Objects.requireNonNull(change);
        if (from < 0) throw new IllegalArgumentException("from: 0 or more");
    }
}
