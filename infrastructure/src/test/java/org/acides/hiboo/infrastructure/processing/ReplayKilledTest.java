package org.acides.hiboo.infrastructure.processing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.acides.hiboo.infrastructure.InfrastructureConfiguration;
import org.acides.hiboo.infrastructure.api.Actor;
import org.acides.hiboo.infrastructure.api.Processors;
import org.acides.hiboo.infrastructure.api.Processors.State;
import org.acides.hiboo.infrastructure.api.Processors.Status;
import org.acides.hiboo.infrastructure.test.Node;
import org.acides.hiboo.infrastructure.test.TestDatabase;
import org.awaitility.core.ConditionTimeoutException;
import org.axonframework.eventhandling.gateway.EventGateway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class ReplayKilledTest {

    private static final String SHELF = "projection.test.fridge";
    private static final int EVENTS = 40_000;

    private final String database = TestDatabase.create();

    @TempDir
    Path folder;

    private static Node node(String database) {
        return Node.on(database, Map.of(), InfrastructureConfiguration.class, Fridge.Shelf.class);
    }

    private static Status shelf(Node node) {
        return node.get(Processors.class).all().stream()
                .filter(one -> one.name().equals(SHELF))
                .findFirst()
                .orElseThrow();
    }

    private static long rows(Node node) {
        return node.get(JdbcClient.class)
                .sql("SELECT count(*) FROM test.shelf")
                .query(Long.class)
                .single();
    }

    /** In a process of its own, which is killed with the replay half done. */
    static final class Victim {
        public static void main(String[] arguments) {
            Node node = node(arguments[0]);
            node.get(Processors.class).replay(SHELF, Actor.system("test"));
        }
    }

    private static void fill(Node node) {
        node.get(JdbcClient.class)
                .sql("INSERT INTO infrastructure.event"
                        + " (event_id, aggregate, sequence, aggregate_type, at, name, revision, payload, metadata)"
                        + " SELECT gen_random_uuid()::text, gen_random_uuid()::text, 0, 'Food', now(),"
                        + " name, revision, jsonb_set(payload, '{food}', to_jsonb(gen_random_uuid())), metadata"
                        + " FROM infrastructure.event, generate_series(2, ?)")
                .param(EVENTS)
                .update();
    }

    @Test
    void aReplayThatAKillCutOffIsCarriedOnFromWhereItWasCommitted() throws Exception {
        try (Node node = node(database)) {
            node.get(EventGateway.class).publish(new Fridge.FoodStored(UUID.randomUUID(), 10));
            fill(node);
            await().atMost(Duration.ofSeconds(60)).until(() -> rows(node) == EVENTS);
        }
        JdbcClient watch = JdbcClient.create(new DriverManagerDataSource(database, "postgres", ""));
        Process victim = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-Dhiboo.home=" + System.getProperty("hiboo.home"),
                        Victim.class.getName(),
                        database)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        long reached;
        try {
            await().atMost(Duration.ofSeconds(90))
                    .pollInterval(Duration.ofMillis(5))
                    .until(() -> between(watch.sql("SELECT count(*) FROM test.shelf")
                            .query(Long.class)
                            .single()));
        } catch (ConditionTimeoutException e) {
            throw new AssertionError(Files.readString(folder.resolve("log")), e);
        } finally {
            victim.destroyForcibly().waitFor();
        }
        reached = watch.sql("SELECT count(*) FROM test.shelf").query(Long.class).single();
        assertThat(reached).as("half done").matches(ReplayKilledTest::between);
        try (Node node = node(database)) {
            await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
                assertThat(rows(node)).isEqualTo(EVENTS);
                assertThat(shelf(node).state()).isEqualTo(State.RUNNING);
                assertThat(shelf(node).position()).isEqualTo(shelf(node).head());
            });
        }
    }

    private static boolean between(long rows) {
        return rows > 0 && rows < EVENTS;
    }
}
