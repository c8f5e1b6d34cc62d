package org.acides.hiboo.identity.migration;

import java.time.Instant;
import org.acides.hiboo.identity.api.ImportId;
import org.acides.hiboo.identity.api.ServiceRef;
import org.acides.hiboo.identity.api.events.ProfileImportCancelled;
import org.acides.hiboo.identity.api.events.ProfileImportClosed;
import org.acides.hiboo.identity.api.events.ProfileImportFinished;
import org.acides.hiboo.identity.api.events.ProfileImportStarted;
import org.acides.hiboo.infrastructure.api.Refused;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** A service's list on its way to unclaimed profiles. What it reserves is told by {@link ReservedBatch}, a part at a time. */
@Aggregate
public class ProfileImport {

    private enum State {
        RUNNING,
        FINISHED,
        OVER
    }

    @AggregateIdentifier
    private @Nullable ImportId id;

    private State state = State.RUNNING;

    /** For Axon, which then applies the import's events. */
    ProfileImport() {}

    ProfileImport(ImportId id, ServiceRef service, int rows, Instant now) {
        AggregateLifecycle.apply(new ProfileImportStarted(id, service, rows, now));
    }

    void finish(Instant now) {
        if (state == State.RUNNING) AggregateLifecycle.apply(new ProfileImportFinished(known(), now));
    }

    /** @throws Refused {@code import.over} */
    void cancel(Instant now) {
        if (state == State.OVER) throw new Refused("import.over");
        AggregateLifecycle.apply(new ProfileImportCancelled(known(), now));
    }

    /** @throws Refused {@code import.running}, {@code import.over} */
    void close(Instant now) {
        if (state == State.RUNNING) throw new Refused("import.running");
        if (state == State.OVER) throw new Refused("import.over");
        AggregateLifecycle.apply(new ProfileImportClosed(known(), now));
    }

    private ImportId known() {
        if (id == null) throw new Refused("import.unknown");
        return id;
    }

    @EventSourcingHandler
    void on(ProfileImportStarted event) {
        id = event.importId();
    }

    @EventSourcingHandler
    void on(ProfileImportFinished event) {
        state = State.FINISHED;
    }

    @EventSourcingHandler
    void on(ProfileImportCancelled event) {
        state = State.OVER;
    }

    @EventSourcingHandler
    void on(ProfileImportClosed event) {
        state = State.OVER;
    }
}
