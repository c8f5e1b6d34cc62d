package org.acides.hiboo.infrastructure.test;

import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Many events, a second apart, of ten kinds and fifty actors, made in the database. */
public final class GeneratedEvents {

    /** When the first of them happened. */
    public static final Instant START = Instant.parse("2025-01-01T00:00:00Z");

    private GeneratedEvents() {}

    /** Adds so many to an empty store; they have the positions from 1 on. */
    public static void insert(JdbcClient jdbc, int count) {
        jdbc.sql("INSERT INTO infrastructure.event"
                        + " (event_id, aggregate, sequence, at, name, revision, payload, metadata)"
                        + " SELECT gen_random_uuid()::text, 'aggregate-' || i / 5, i % 5,"
                        + " timestamptz '2025-01-01 00:00:00Z' + (i - 1) * interval '1 second', 'test.kind-' || i % 10, '0',"
                        + " jsonb_build_object('amount', i, 'text', repeat('x', 100)),"
                        + " jsonb_build_object('actor', 'actor-' || i % 50, 'role', 'MEMBER', 'command', 'test.make',"
                        + " 'cause', gen_random_uuid()) FROM generate_series(1, ?) AS i")
                .param(count)
                .update();
        jdbc.sql("VACUUM ANALYZE infrastructure.event").update();
    }
}
