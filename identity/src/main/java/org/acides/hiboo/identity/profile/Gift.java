package org.acides.hiboo.identity.profile;

import java.time.Instant;
import org.acides.hiboo.identity.api.GiftId;
import org.acides.hiboo.identity.api.ServiceRef;
import org.acides.hiboo.identity.api.events.GiftIssued;
import org.acides.hiboo.identity.api.events.GiftWithdrawn;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** A leave to make one profile on a service. That it was used is kept beside its secret, and by whom nowhere. */
@Aggregate
public class Gift {

    @AggregateIdentifier
    private @Nullable GiftId id;

    private boolean withdrawn;

    /** For Axon, which then applies the gift's events. */
    Gift() {}

    Gift(GiftId id, ServiceRef service, Instant expiresAt, Instant now) {
        AggregateLifecycle.apply(new GiftIssued(id, service, expiresAt, now));
    }

    /** Twice is the same as once. */
    void withdraw(Instant now) {
        if (!withdrawn && id != null) AggregateLifecycle.apply(new GiftWithdrawn(id, now));
    }

    @EventSourcingHandler
    void on(GiftIssued event) {
        id = event.giftId();
    }

    @EventSourcingHandler
    void on(GiftWithdrawn event) {
        withdrawn = true;
    }
}
