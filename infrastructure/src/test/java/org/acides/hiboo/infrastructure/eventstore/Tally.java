package org.acides.hiboo.infrastructure.eventstore;

import java.util.UUID;
import org.acides.hiboo.infrastructure.api.EventName;
import org.acides.hiboo.infrastructure.api.Refused;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;

/** The smallest aggregate: it counts, up to a limit. */
@Aggregate
public class Tally {

    /** Adds an amount; refused beyond a hundred in all. */
    public record Add(@TargetAggregateIdentifier UUID tally, int amount) {}

    @EventName("infrastructure.tally-added")
    public record Added(UUID tally, int amount) {}

    @AggregateIdentifier
    private UUID id;

    private int sum;

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    int on(Add add) {
        if (sum + add.amount() > 100) throw new Refused("tally.full");
        AggregateLifecycle.apply(new Added(add.tally(), add.amount()));
        return sum;
    }

    @EventSourcingHandler
    void on(Added added) {
        id = added.tally();
        sum += added.amount();
    }
}
