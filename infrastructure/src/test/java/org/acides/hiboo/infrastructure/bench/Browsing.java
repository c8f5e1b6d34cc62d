package org.acides.hiboo.infrastructure.bench;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import org.acides.hiboo.infrastructure.api.EventHistory;
import org.acides.hiboo.infrastructure.api.EventHistory.Filter;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How long the screen of the history waits, on generated events of twelve names and two thousand actors. */
final class Browsing {

    private static final int TIMES = 15;
    private static final Instant BEGIN = Instant.parse("2025-01-01T00:00:00Z");

    private final JdbcClient jdbc;
    private final EventHistory history;
    private final int events;

    Browsing(JdbcClient jdbc, EventHistory history, int events) {
        this.jdbc = jdbc;
        this.history = history;
        this.events = events;
    }

    void measure() {
        jdbc.sql("TRUNCATE infrastructure.event").update();
        jdbc.sql("INSERT INTO infrastructure.event"
                        + " (event_id, aggregate, sequence, aggregate_type, at, name, revision, payload, metadata)"
                        + " SELECT gen_random_uuid()::text, 'aggregate-' || i / 5, i % 5, 'Thing',"
                        + " timestamptz '2025-01-01 00:00Z' + i * interval '20 seconds',"
                        + " 'bench.kind-' || (hashint8(i) & 1023) % 12, '0',"
                        + " jsonb_build_object('thing', gen_random_uuid(), 'note', 'left in good order'),"
                        + " jsonb_build_object('actor', 'actor-' || i::bigint * 7919 % 2000, 'role', 'MEMBER',"
                        + " 'command', 'bench.do', 'cause', gen_random_uuid())"
                        + " FROM generate_series(1, ?) AS i")
                .param(events)
                .update();
        jdbc.sql("VACUUM ANALYZE infrastructure.event").update();
        Instant middle = BEGIN.plusSeconds(events * 10L);
        Filter all = new Filter(Set.of(), null, null, null, null);
        Filter three = new Filter(Set.of("bench.kind-1", "bench.kind-2", "bench.kind-3"), null, null, null, null);
        Filter someone = new Filter(Set.of(), "actor-42", null, null, null);
        Filter aDay = new Filter(Set.of(), null, null, middle, middle.plusSeconds(86_400));
        Filter both = new Filter(three.names(), "actor-42", null, BEGIN, middle);
        say("names", () -> history.names());
        for (var one : java.util.Map.of(
                        "all",
                        all,
                        "three names",
                        three,
                        "an actor",
                        someone,
                        "a day",
                        aDay,
                        "names, actor, half",
                        both)
                .entrySet()) {
            say("newest page, " + one.getKey(), () -> history.page(one.getValue(), Long.MAX_VALUE, 50));
            say("count to 1,000,000, " + one.getKey(), () -> history.count(one.getValue(), 1_000_000));
        }
        say("jump to the middle, all", () -> history.slice(all, events / 2, 50));
        say("jump to the end, all", () -> history.slice(all, events - 50, 50));
        say("jump to the middle, three names", () -> history.slice(three, events / 8, 50));
    }

    private static void say(String what, Runnable work) {
        long[] took = new long[TIMES];
        for (int i = 0; i < TIMES; i++) {
            long began = System.nanoTime();
            work.run();
            took[i] = System.nanoTime() - began;
        }
        Arrays.sort(took);
        System.out.printf(
                Locale.ROOT,
                "history, %s: least %.1f ms, median %.1f ms%n",
                what,
                took[0] / 1e6,
                took[TIMES / 2] / 1e6);
    }
}
