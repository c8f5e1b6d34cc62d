package org.acides.hiboo.infrastructure.bench;

import java.time.Instant;
import java.util.UUID;
import org.acides.hiboo.infrastructure.api.EventName;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;

/** Something to store events about: about as much to each as to a real one. */
@Aggregate
public class Parcel {

    /** A parcel that was not there before, seen at so many places. */
    public record Post(@TargetAggregateIdentifier UUID parcel, int places) {}

    /** A parcel that is there already, seen once more. */
    public record See(@TargetAggregateIdentifier UUID parcel) {}

    @EventName("infrastructure.parcel-seen")
    public record Seen(UUID parcel, String place, String note, long count, Instant at) {}

    @AggregateIdentifier
    private UUID id;

    private long count;

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    void on(Post post) {
        for (int i = 1; i <= post.places(); i++) AggregateLifecycle.apply(seen(post.parcel(), i));
    }

    @CommandHandler
    void on(See see) {
        AggregateLifecycle.apply(seen(see.parcel(), count + 1));
    }

    private static Seen seen(UUID parcel, long count) {
        return new Seen(parcel, "Sorting office number " + count % 40, "left in good order", count, Instant.EPOCH);
    }

    @EventSourcingHandler
    void on(Seen seen) {
        id = seen.parcel();
        count = seen.count();
    }
}
