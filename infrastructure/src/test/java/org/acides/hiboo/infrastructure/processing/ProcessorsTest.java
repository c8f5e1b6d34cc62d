package org.acides.hiboo.infrastructure.processing;

import static org.acides.hiboo.infrastructure.test.Staff.ADMIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.acides.hiboo.infrastructure.InfrastructureConfiguration;
import org.acides.hiboo.infrastructure.api.Actor;
import org.acides.hiboo.infrastructure.api.Processors;
import org.acides.hiboo.infrastructure.api.Processors.State;
import org.acides.hiboo.infrastructure.api.Processors.Status;
import org.acides.hiboo.infrastructure.api.Refused;
import org.acides.hiboo.infrastructure.test.Node;
import org.acides.hiboo.infrastructure.test.Replaying;
import org.acides.hiboo.infrastructure.test.TestDatabase;
import org.axonframework.eventhandling.gateway.EventGateway;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class ProcessorsTest {

    private static final String SHELF = "projection.test.fridge";
    private static final String WARNS = "policy.test.fridge-warns";

    private final String database = TestDatabase.create();

    private Node node() {
        return Node.on(
                database,
                Map.of("management.defaults.metrics.export.enabled", "false"),
                InfrastructureConfiguration.class,
                Fridge.Shelf.class,
                Fridge.Warns.class);
    }

    private static UUID store(Node node, int grams) {
        UUID food = UUID.randomUUID();
        node.get(EventGateway.class).publish(new Fridge.FoodStored(food, grams));
        return food;
    }

    private static Status status(Node node, String name) {
        return node.get(Processors.class).all().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static int shelf(Node node) {
        return node.get(JdbcClient.class)
                .sql("SELECT count(*) FROM test.shelf")
                .query(Integer.class)
                .single();
    }

    private static Replaying replaying(Node node) {
        return new Replaying(node.get(Processors.class), node.get(JdbcClient.class));
    }

    @Test
    void aReplayOfTheHistoryChangesNothingAndAPolicyHasNone() {
        try (Node node = node()) {
            IntStream.range(0, 50).forEach(i -> store(node, 100 + i));
            await().until(() -> shelf(node) == 50);
            assertThat(replaying(node).changesNothingIn("test")).contains(SHELF);
            assertThat(status(node, SHELF)).satisfies(one -> {
                assertThat(one.position()).isEqualTo(one.head()).isEqualTo(50);
                assertThat(one.replayProgress()).isEqualTo(1);
            });
            Processors processors = node.get(Processors.class);
            assertThatThrownBy(() -> processors.replay(WARNS, ADMIN))
                    .isInstanceOfSatisfying(
                            Refused.class, no -> assertThat(no.code()).isEqualTo("processor.not-replayable"));
            assertThatThrownBy(() -> processors.replay("projection.nobody", ADMIN))
                    .isInstanceOfSatisfying(
                            Refused.class, no -> assertThat(no.code()).isEqualTo("processor.unknown"));
            assertThatThrownBy(() -> processors.replay(SHELF, new Actor("somebody", "ADMIN")))
                    .isInstanceOfSatisfying(
                            Refused.class, no -> assertThat(no.code()).isEqualTo("authentication.stale"));
        }
    }

    @Test
    void aReplayIsAskedForOnAnyNode() {
        try (Node one = node();
                Node other = node()) {
            store(one, 10);
            await().until(() -> shelf(one) == 1);
            for (Node asked : new Node[] {one, other}) {
                one.get(JdbcClient.class)
                        .sql("UPDATE test.shelf SET grams = 99")
                        .update();
                asked.get(Processors.class).replay(SHELF, ADMIN);
                await().atMost(Duration.ofSeconds(20))
                        .until(() -> one.get(JdbcClient.class)
                                        .sql("SELECT coalesce(sum(grams), 0) FROM test.shelf")
                                        .query(Integer.class)
                                        .single()
                                == 10);
                replaying(one).awaitQuiet();
            }
        }
    }

    @Test
    void aReplayThatItsNodeDidNotLiveToBeginIsBegunByTheNext() {
        try (Node node = node()) {
            store(node, 10);
            await().until(() -> shelf(node) == 1);
        }
        try (Node node = node()) {
            JdbcClient jdbc = node.get(JdbcClient.class);
            jdbc.sql("UPDATE test.shelf SET grams = 99").update();
            jdbc.sql("INSERT INTO infrastructure.replay_request VALUES (?, now())")
                    .param(SHELF)
                    .update();
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> jdbc.sql("SELECT coalesce(sum(grams), 0) FROM test.shelf")
                                    .query(Integer.class)
                                    .single()
                            == 10);
        }
    }

    @Test
    void whatTheDatabaseRefusesIsSetAsideAloneAndTheRestGoesOn() {
        try (Node node = node()) {
            store(node, 10);
            store(node, 0);
            store(node, 20);
            await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
                assertThat(shelf(node)).isEqualTo(2);
                assertThat(status(node, SHELF).deadLetters()).isEqualTo(1);
            });
            JdbcClient jdbc = node.get(JdbcClient.class);
            assertThat(node.get(Processors.class).retryDeadLetters(SHELF))
                    .as("what fails again stays")
                    .isZero();
            jdbc.sql("ALTER TABLE test.shelf DROP CONSTRAINT shelf_grams_check").update();
            assertThat(node.get(Processors.class).retryDeadLetters(SHELF)).isEqualTo(1);
            assertThat(shelf(node)).isEqualTo(3);
            assertThat(status(node, SHELF).deadLetters()).isZero();
        }
    }

    @Test
    void aPolicyThatThrewDoesItsWorkWhenAskedAgain() {
        try (Node node = node()) {
            await().until(() -> status(node, WARNS).state() == State.RUNNING);
            store(node, 2_000);
            await().until(() -> status(node, WARNS).deadLetters() == 1);
            assertThat(gauge(node, "hiboo.processor.dead-letters", WARNS)).isNotNaN();
            node.get(Fridge.Warns.class).choking.set(false);
            assertThat(node.get(Processors.class).retryDeadLetters(WARNS)).isEqualTo(1);
            replaying(node).awaitQuiet();
            await().untilAsserted(() ->
                    assertThat(gauge(node, "hiboo.processor.lag", WARNS)).isZero());
        }
    }

    @Test
    void aProcessorThatCannotKeepItsPositionIsFailingUntilItCan() {
        try (Node node = node()) {
            store(node, 10);
            await().until(() -> shelf(node) == 1);
            JdbcClient jdbc = node.get(JdbcClient.class);
            jdbc.sql("CREATE FUNCTION test.refuse() RETURNS trigger LANGUAGE plpgsql AS"
                            + " $$ BEGIN RAISE EXCEPTION 'disk full'; END $$")
                    .update();
            jdbc.sql("CREATE TRIGGER refuse BEFORE UPDATE OF token ON infrastructure.token FOR EACH ROW"
                            + " WHEN (NEW.processor = 'projection.test.fridge' AND NEW.token IS DISTINCT FROM OLD.token)"
                            + " EXECUTE FUNCTION test.refuse()")
                    .update();
            store(node, 20);
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> status(node, SHELF).state() == State.FAILING);
            assertThat(shelf(node)).as("nothing of the batch was kept").isEqualTo(1);
            jdbc.sql("DROP TRIGGER refuse ON infrastructure.token").update();
            await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
                assertThat(status(node, SHELF).state()).isEqualTo(State.RUNNING);
                assertThat(shelf(node)).isEqualTo(2);
            });
        }
    }

    private static double gauge(Node node, String name, String processor) {
        return node.get(MeterRegistry.class)
                .get(name)
                .tag("processor", processor)
                .gauge()
                .value();
    }

    @Test
    void whatOneNodeCommitsAnotherProjectsAtOnce() {
        try (Node reader = node();
                Node writer = Node.on(database, Map.of(), InfrastructureConfiguration.class)) {
            store(writer, 1);
            await().until(() -> shelf(reader) == 1);
            long slowest = 0;
            for (int i = 2; i <= 20; i++) {
                int expected = i;
                long began = System.nanoTime();
                store(writer, i);
                await().pollInterval(Duration.ofMillis(1)).until(() -> shelf(reader) == expected);
                slowest = Math.max(slowest, System.nanoTime() - began);
            }
            assertThat(Duration.ofNanos(slowest))
                    .as("polling alone would take a second now and then")
                    .isLessThan(Duration.ofMillis(400));
        }
    }
}
