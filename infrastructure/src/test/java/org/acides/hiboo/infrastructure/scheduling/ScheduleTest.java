package org.acides.hiboo.infrastructure.scheduling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.acides.hiboo.infrastructure.InfrastructureConfiguration;
import org.acides.hiboo.infrastructure.test.Node;
import org.acides.hiboo.infrastructure.test.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

class ScheduleTest {

    private static final Map<String, AtomicInteger> rounds = new ConcurrentHashMap<>();
    private static final AtomicInteger together = new AtomicInteger();
    private static final Set<Integer> mostTogether = ConcurrentHashMap.newKeySet();

    static void count(String what) {
        rounds.computeIfAbsent(what, w -> new AtomicInteger()).incrementAndGet();
    }

    static int rounds(String what) {
        return rounds.getOrDefault(what, new AtomicInteger()).get();
    }

    static class Old {
        @Bean
        Recurring kept() {
            return new Recurring("test.kept", Duration.ofHours(1), () -> count("kept"));
        }

        @Bean
        Recurring vanishing() {
            return new Recurring("test.vanishing", Duration.ofSeconds(1), () -> count("vanishing"));
        }

        @Bean
        Recurring faster() {
            return new Recurring("test.faster", Duration.ofHours(1), () -> {});
        }

        @Bean
        Recurring failing() {
            return new Recurring("test.failing", Duration.ofSeconds(1), () -> {
                count("failing");
                throw new IllegalStateException("as planned");
            });
        }
    }

    static class New {
        @Bean
        Recurring kept() {
            return new Recurring("test.kept", Duration.ofHours(1), () -> count("kept"));
        }

        @Bean
        Recurring faster() {
            return new Recurring("test.faster", Duration.ofSeconds(1), () -> count("faster"));
        }
    }

    static class Slow {
        @Bean
        Recurring slow() {
            return new Recurring("test.slow", Duration.ofSeconds(1), () -> {
                mostTogether.add(together.incrementAndGet());
                long until = System.nanoTime() + Duration.ofMillis(1_500).toNanos();
                while (System.nanoTime() < until) Thread.onSpinWait();
                together.decrementAndGet();
                count("slow");
            });
        }
    }

    private static Node node(String database, Class<?> work) {
        return Node.on(database, Map.of(), InfrastructureConfiguration.class, work);
    }

    @Test
    void aNewVersionBringsItsOwnScheduleAndKeepsTheRest() {
        String database = TestDatabase.create();
        try (Node old = node(database, Old.class)) {
            await().until(() -> rounds("kept") == 1 && rounds("vanishing") > 1);
            await("what fails gets its next round").until(() -> rounds("failing") > 1);
            assertThat(next(old, "test.kept")).isPositive();
        }
        int vanished = rounds("vanishing");
        try (Node now = node(database, New.class)) {
            await().until(() -> rounds("faster") > 1);
            assertThat(rounds("vanishing")).isEqualTo(vanished);
            assertThat(rounds("kept")).as("a restart is no reason for a round").isEqualTo(1);
            assertThat(now.get(JdbcClient.class)
                            .sql("SELECT job_name FROM infrastructure.quartz_triggers WHERE job_name LIKE 'test.%'")
                            .query(String.class)
                            .list())
                    .containsExactlyInAnyOrder("test.kept", "test.faster");
        }
    }

    @Test
    void oneNodeAtATimeDoesTheWorkAndAnotherTakesOver() {
        String database = TestDatabase.create();
        Node first = node(database, Slow.class);
        try (Node second = node(database, Slow.class)) {
            await().until(() -> rounds("slow") >= 3);
            first.close();
            int before = rounds("slow");
            await().until(() -> rounds("slow") > before);
            assertThat(mostTogether).containsExactly(1);
            assertThat(next(second, "test.slow")).isPositive();
        } finally {
            first.close();
        }
    }

    private static long next(Node node, String name) {
        return node.get(JdbcClient.class)
                .sql("SELECT next_fire_time FROM infrastructure.quartz_triggers WHERE job_name = ?")
                .param(name)
                .query(Long.class)
                .single();
    }
}
