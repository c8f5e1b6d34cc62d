package org.acides.hiboo.infrastructure.processing;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.acides.hiboo.infrastructure.api.EventName;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is put into a fridge, and what reads of it. */
class Fridge {

    @EventName("infrastructure.food-stored")
    record FoodStored(UUID food, int grams) {}

    /** Written in batches; the database refuses what weighs nothing. */
    @ProcessingGroup("projection.test.fridge")
    static class Shelf {
        private final JdbcClient jdbc;
        private final BatchedWrites writes;

        Shelf(JdbcClient jdbc, BatchedWrites writes) {
            this.jdbc = jdbc;
            this.writes = writes;
            jdbc.sql("CREATE SCHEMA IF NOT EXISTS test").update();
            jdbc.sql("CREATE TABLE IF NOT EXISTS test.shelf (food uuid PRIMARY KEY, grams int CHECK (grams > 0))")
                    .update();
        }

        @EventHandler
        void on(FoodStored stored) {
            writes.add(
                    "INSERT INTO test.shelf VALUES (?, ?) ON CONFLICT (food) DO NOTHING",
                    stored.food(),
                    stored.grams());
        }

        @ResetHandler
        void reset() {
            jdbc.sql("TRUNCATE test.shelf").update();
        }
    }

    /** Chokes on what is heavy, as long as it is told to. */
    @ProcessingGroup("policy.test.fridge-warns")
    static class Warns {
        final AtomicBoolean choking = new AtomicBoolean(true);

        @EventHandler
        void on(FoodStored stored) {
            if (stored.grams() > 1_000 && choking.get()) throw new IllegalStateException("too heavy");
        }
    }
}
