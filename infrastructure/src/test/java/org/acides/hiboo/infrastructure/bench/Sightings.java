package org.acides.hiboo.infrastructure.bench;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.acides.hiboo.infrastructure.processing.BatchedWrites;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A row an event, as a projection with much to write would have. */
@ProcessingGroup(Sightings.NAME)
class Sightings {

    static final String NAME = "projection.bench.sightings";

    /** When, on the clock of {@link System#nanoTime()}, those that were asked for were committed. */
    final Map<UUID, Long> committed = new ConcurrentHashMap<>();

    volatile boolean timing;

    private final JdbcClient jdbc;
    private final BatchedWrites writes;

    Sightings(JdbcClient jdbc, BatchedWrites writes) {
        this.jdbc = jdbc;
        this.writes = writes;
        jdbc.sql("CREATE SCHEMA IF NOT EXISTS bench").update();
        jdbc.sql("CREATE TABLE IF NOT EXISTS bench.sighting"
                        + " (parcel uuid, count bigint, place text, note text, PRIMARY KEY (parcel, count))")
                .update();
    }

    @EventHandler
    void on(Parcel.Seen seen) {
        writes.add(
                "INSERT INTO bench.sighting (parcel, count, place, note) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
                seen.parcel(),
                seen.count(),
                seen.place(),
                seen.note());
        if (timing) CurrentUnitOfWork.get().root().afterCommit(work -> committed.put(seen.parcel(), System.nanoTime()));
    }

    @ResetHandler
    void reset() {
        jdbc.sql("TRUNCATE bench.sighting").update();
    }
}
