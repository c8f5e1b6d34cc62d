package org.acides.hiboo.infrastructure.eventstore;

import java.util.List;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;

/** An event store whose readers can be woken from outside, by another node's commit, and which tells of its own. */
class WakingEventStore extends EmbeddedEventStore {

    private final AppendSignals signals;

    WakingEventStore(Builder builder, AppendSignals signals) {
        super(builder);
        this.signals = signals;
        signals.subscribe(this::wake);
    }

    @Override
    protected void afterCommit(List<? extends EventMessage<?>> events) {
        super.afterCommit(events);
        signals.committed();
    }

    private void wake() {
        super.afterCommit(List.of());
    }
}
