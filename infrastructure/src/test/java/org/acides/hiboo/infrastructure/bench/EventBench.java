package org.acides.hiboo.infrastructure.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.acides.hiboo.infrastructure.InfrastructureConfiguration;
import org.acides.hiboo.infrastructure.api.Actor;
import org.acides.hiboo.infrastructure.api.Commands;
import org.acides.hiboo.infrastructure.api.EventHistory;
import org.acides.hiboo.infrastructure.api.Processors;
import org.acides.hiboo.infrastructure.test.Node;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventProcessor;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How fast events are appended, replayed and projected: see {@code deploy/bench/README.md}, and run
 * {@code deploy/bench/events.sh}.
 */
public final class EventBench {

    private static final int THREADS = 16;
    private static final Actor SOMEONE = new Actor(UUID.randomUUID().toString(), "MEMBER");

    private final String url;
    private final Node node;
    private final Commands commands;
    private final JdbcClient jdbc;
    private final Path database;

    private EventBench(String url, Path database) {
        this.url = url;
        this.database = database;
        node = node();
        commands = node.get(Commands.class);
        jdbc = node.get(JdbcClient.class);
    }

    private Node node() {
        return Node.on(
                url,
                Map.of(
                        "spring.datasource.hikari.maximum-pool-size", "24",
                        "logging.level.root", "warn",
                        "hiboo.home", database.resolveSibling(database.getFileName() + "-home")),
                InfrastructureConfiguration.class,
                Parcel.class,
                Sightings.class);
    }

    /** @param arguments {@code history}; or seconds an append run (10) and how many events to replay at least (400000) */
    public static void main(String[] arguments) throws Exception {
        if (arguments.length > 0 && arguments[0].equals("history")) {
            browse();
            return;
        }
        int seconds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10;
        int replayed = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 400_000;
        Path directory = Files.createTempDirectory("hiboo-bench");
        try (EmbeddedPostgres database = durable(directory)) {
            EventBench bench = new EventBench(database.getJdbcUrl("postgres", "postgres"), directory);
            try (bench.node) {
                bench.run(seconds, replayed);
            }
        }
    }

    private static void browse() throws Exception {
        Path directory = Files.createTempDirectory("hiboo-bench");
        try (EmbeddedPostgres database = durable(directory)) {
            EventBench bench = new EventBench(database.getJdbcUrl("postgres", "postgres"), directory);
            try (bench.node) {
                rest(bench.node);
                new Browsing(bench.jdbc, bench.node.get(EventHistory.class), 1_000_000).measure();
            }
        }
    }

    private static EmbeddedPostgres durable(Path directory) throws IOException {
        var settings = EmbeddedPostgres.builder()
                .setDataDirectory(directory)
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("max_connections", "100")
                .setServerConfig("shared_buffers", "256MB")
                .setServerConfig("max_wal_size", "4GB");
        for (String extra : System.getProperty("bench.postgres", "").split(",")) {
            if (!extra.isBlank()) settings.setServerConfig(extra.split("=")[0], extra.split("=")[1]);
        }
        return settings.start();
    }

    private void run(int seconds, int replayed) throws Exception {
        System.out.printf(
                Locale.ROOT,
                "PostgreSQL %s, fsync %s, synchronous_commit %s, %d processors%n",
                show("server_version"),
                show("fsync"),
                show("synchronous_commit"),
                Runtime.getRuntime().availableProcessors());
        rest(node);
        append("warm-up", seconds, 1, () -> new Parcel.Post(UUID.randomUUID(), 1));
        append("one event a command, new aggregates", seconds, 1, () -> new Parcel.Post(UUID.randomUUID(), 1));
        append("ten events a command, new aggregates", seconds, 10, () -> new Parcel.Post(UUID.randomUUID(), 10));
        List<UUID> there = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            there.add(UUID.randomUUID());
            commands.send(new Parcel.Post(there.getLast(), 1), SOMEONE);
        }
        append(
                "one event a command, aggregates that were read first",
                seconds,
                1,
                () -> new Parcel.See(there.get(ThreadLocalRandom.current().nextInt(there.size()))));
        fill(replayed);
        processor().start();
        awaitCaughtUp();
        for (int round = 1; round <= 3; round++) replay();
        delay("idle, the same node", commands);
        try (Node other = node()) {
            rest(other);
            delay("idle, committed by another node", other.get(Commands.class));
        }
    }

    /** Stops every reader of the stream, those of the tests beside us among them: what is measured is appending. */
    private static void rest(Node one) {
        one.get(EventProcessingConfiguration.class).eventProcessors().values().stream()
                .filter(StreamingEventProcessor.class::isInstance)
                .forEach(EventProcessor::shutDown);
    }

    private String show(String setting) {
        return jdbc.sql("SHOW " + setting).query(String.class).single();
    }

    private StreamingEventProcessor processor() {
        return node.get(EventProcessingConfiguration.class)
                .eventProcessor(Sightings.NAME, StreamingEventProcessor.class)
                .orElseThrow();
    }

    private void append(String what, int seconds, int each, Supplier<Object> command) throws Exception {
        long before = head();
        Effort effort = Effort.now(database);
        long began = System.nanoTime();
        long until = began + TimeUnit.SECONDS.toNanos(seconds);
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            Callable<Long> work = () -> {
                long sent = 0;
                for (; System.nanoTime() < until; sent++) commands.send(command.get(), SOMEONE);
                return sent;
            };
            long sent = 0;
            for (Future<Long> done : threads.invokeAll(java.util.Collections.nCopies(THREADS, work)))
                sent += done.get();
            double took = (System.nanoTime() - began) / 1e9;
            System.out.printf(
                    Locale.ROOT,
                    "append, %d threads, %s: %,.0f events/s (%,.0f commands/s), %s%n",
                    THREADS,
                    what,
                    sent * each / took,
                    sent / took,
                    Effort.now(database).since(effort, sent * each));
        }
        if (head() - before <= 0) throw new IllegalStateException("nothing was stored");
    }

    private long head() {
        return jdbc.sql("SELECT coalesce(max(global_index), 0) FROM infrastructure.event")
                .query(Long.class)
                .single();
    }

    /** More of what is there already, by the database itself. */
    private void fill(int wanted) {
        long there = jdbc.sql("SELECT count(*) FROM infrastructure.event")
                .query(Long.class)
                .single();
        for (; there < wanted; there *= 2)
            jdbc.sql("INSERT INTO infrastructure.event"
                            + " (event_id, aggregate, sequence, aggregate_type, at, name, revision, payload, metadata)"
                            + " SELECT gen_random_uuid()::text, fresh.id::text, sequence, aggregate_type, at, name, revision,"
                            + " jsonb_set(payload, '{parcel}', to_jsonb(fresh.id)), metadata FROM infrastructure.event"
                            + " JOIN (SELECT DISTINCT ON (aggregate) aggregate, gen_random_uuid() AS id"
                            + " FROM infrastructure.event) AS fresh USING (aggregate)")
                    .update();
        jdbc.sql("VACUUM ANALYZE infrastructure.event").update();
    }

    private void awaitCaughtUp() {
        while (true) {
            Processors.Status now = status();
            if (now.position() >= now.head() && now.state() == Processors.State.RUNNING) return;
            LockSupport.parkNanos(5_000_000);
        }
    }

    private Processors.Status status() {
        return node.get(Processors.class).all().stream()
                .filter(one -> one.name().equals(Sightings.NAME))
                .findFirst()
                .orElseThrow();
    }

    private void replay() throws IOException {
        Effort effort = Effort.now(database);
        long began = System.nanoTime();
        node.get(Processors.class).replay(Sightings.NAME, Actor.system("bench"));
        awaitCaughtUp();
        double took = (System.nanoTime() - began) / 1e9;
        long rows = jdbc.sql("SELECT count(*) FROM bench.sighting")
                .query(Long.class)
                .single();
        System.out.printf(
                Locale.ROOT,
                "replay into a table: %,d events in %.1f s, %,.0f/s, %s%n",
                rows,
                took,
                rows / took,
                Effort.now(database).since(effort, rows));
    }

    private void delay(String what, Commands sender) {
        Sightings sightings = node.get(Sightings.class);
        sightings.timing = true;
        int warmUp = 200;
        int measured = 2_000;
        long[] sinceAsked = new long[measured];
        long[] sinceCommitted = new long[measured];
        for (int i = -warmUp; i < measured; i++) {
            UUID parcel = UUID.randomUUID();
            long asked = System.nanoTime();
            sender.send(new Parcel.Post(parcel, 1), SOMEONE);
            long committed = System.nanoTime();
            Long projected = null;
            while ((projected = sightings.committed.remove(parcel)) == null) LockSupport.parkNanos(50_000);
            if (i >= 0) {
                sinceAsked[i] = projected - asked;
                sinceCommitted[i] = Math.max(0, projected - committed);
            }
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
        sightings.timing = false;
        Arrays.sort(sinceAsked);
        Arrays.sort(sinceCommitted);
        System.out.printf(
                Locale.ROOT,
                "committed to projected, %s: p50 %.1f ms, p99 %.1f ms (from before the command: p50 %.1f ms, p99 %.1f ms)%n",
                what,
                sinceCommitted[measured / 2] / 1e6,
                sinceCommitted[measured * 99 / 100] / 1e6,
                sinceAsked[measured / 2] / 1e6,
                sinceAsked[measured * 99 / 100] / 1e6);
    }
}
