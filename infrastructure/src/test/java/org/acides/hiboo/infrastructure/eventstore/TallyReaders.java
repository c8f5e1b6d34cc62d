package org.acides.hiboo.infrastructure.eventstore;

import java.util.UUID;
import org.acides.hiboo.infrastructure.eventstore.Tally.Added;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A look-up that refuses the number thirteen, and a projection. */
class TallyReaders {

    @Component
    @ProcessingGroup("lookup.test.tally")
    static class Lookup {
        @EventHandler
        void on(Added added) {
            if (added.amount() == 13) throw new IllegalStateException("unlucky");
        }
    }

    @Component
    @ProcessingGroup("projection.test.tally")
    static class Projection {
        private final JdbcClient jdbc;

        Projection(JdbcClient jdbc) {
            this.jdbc = jdbc;
            jdbc.sql("CREATE SCHEMA IF NOT EXISTS test").update();
            jdbc.sql("CREATE TABLE IF NOT EXISTS test.tally (id uuid PRIMARY KEY, total int NOT NULL)")
                    .update();
        }

        @EventHandler
        void on(Added added) {
            jdbc.sql("INSERT INTO test.tally VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET total = tally.total + ?")
                    .params(added.tally(), added.amount(), added.amount())
                    .update();
        }

        @ResetHandler
        void reset() {
            jdbc.sql("TRUNCATE test.tally").update();
        }

        int total(UUID tally) {
            return jdbc.sql("SELECT coalesce(sum(total), 0) FROM test.tally WHERE id = ?")
                    .param(tally)
                    .query(Integer.class)
                    .single();
        }
    }
}
