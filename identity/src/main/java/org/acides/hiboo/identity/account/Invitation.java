package org.acides.hiboo.identity.account;

import java.time.Instant;
import org.acides.hiboo.identity.api.InvitationId;
import org.acides.hiboo.identity.api.events.InvitationIssued;
import org.acides.hiboo.identity.api.events.InvitationWithdrawn;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** A leave to sign up. Its uses are counted where they are taken, beside its secret. */
@Aggregate
public class Invitation {

    @AggregateIdentifier
    private @Nullable InvitationId id;

    private boolean withdrawn;

    /** For Axon, which then applies the invitation's events. */
    Invitation() {}

    Invitation(InvitationId id, int uses, Instant expiresAt, Instant now) {
        AggregateLifecycle.apply(new InvitationIssued(id, uses, expiresAt, now));
    }

    /** Twice is the same as once. */
    void withdraw(Instant now) {
        if (!withdrawn && id != null) AggregateLifecycle.apply(new InvitationWithdrawn(id, now));
    }

    @EventSourcingHandler
    void on(InvitationIssued event) {
        id = event.invitationId();
    }

    @EventSourcingHandler
    void on(InvitationWithdrawn event) {
        withdrawn = true;
    }
}
