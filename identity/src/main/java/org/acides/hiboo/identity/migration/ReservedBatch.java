package org.acides.hiboo.identity.migration;

import java.util.UUID;
import org.acides.hiboo.identity.api.events.ProfilesReserved;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** A part of an import, by itself: were its event the import's own, each part would have to read all parts before it. */
@Aggregate
public class ReservedBatch {

    @AggregateIdentifier
    private @Nullable UUID id;

    /** For Axon, which then applies the event. */
    ReservedBatch() {}

    ReservedBatch(UUID id, ProfilesReserved reserved) {
        this.id = id;
        AggregateLifecycle.apply(reserved);
    }

    @EventSourcingHandler
    void on(ProfilesReserved event) {
        // Nothing follows from it: a batch is not asked for anything again.
    }
}
