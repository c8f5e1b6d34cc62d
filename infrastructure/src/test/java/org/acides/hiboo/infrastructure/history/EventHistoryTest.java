package org.acides.hiboo.infrastructure.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.acides.hiboo.infrastructure.InfrastructureConfiguration;
import org.acides.hiboo.infrastructure.api.EventHistory;
import org.acides.hiboo.infrastructure.api.EventHistory.Entry;
import org.acides.hiboo.infrastructure.api.EventHistory.Filter;
import org.acides.hiboo.infrastructure.api.EventName;
import org.acides.hiboo.infrastructure.test.GeneratedEvents;
import org.acides.hiboo.infrastructure.test.TestDatabase;
import org.axonframework.eventhandling.gateway.EventGateway;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

@SpringBootTest(
        classes = {InfrastructureConfiguration.class, TestDatabase.class},
        webEnvironment = SpringBootTest.WebEnvironment.NONE)
@EnableAutoConfiguration
class EventHistoryTest {

    private static final int EVENTS = 20_000;

    @Autowired
    EventHistory history;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    EventGateway events;

    @EventName("infrastructure.something-noted")
    record Noted(String what) {}

    @BeforeAll
    static void generate(@Autowired JdbcClient jdbc) {
        GeneratedEvents.insert(jdbc, EVENTS);
    }

    private static Filter names(String... names) {
        return new Filter(Set.of(names), null, null, null, null);
    }

    private static List<Long> positions(List<Entry> entries) {
        return entries.stream().map(Entry::position).toList();
    }

    @Test
    void pagesFollowOneAnotherWithoutGapOrRepetition() {
        List<Long> seen = new ArrayList<>();
        for (long before = Long.MAX_VALUE; seen.size() < 1_000; before = seen.getLast())
            seen.addAll(positions(history.page(Filter.ALL, before, 100)));
        assertThat(seen).isEqualTo(positions(sliced(1_000)));
        assertThat(seen.getFirst()).isGreaterThanOrEqualTo(EVENTS);
    }

    private List<Entry> sliced(int count) {
        List<Entry> all = new ArrayList<>();
        for (int offset = 0; offset < count; offset += 250) all.addAll(history.slice(Filter.ALL, offset, 250));
        return all;
    }

    @Test
    void filtersKeepWhatTheySay() {
        Filter rare = names("test.kind-0", "test.kind-7");
        assertThat(history.page(rare, Long.MAX_VALUE, 50))
                .hasSize(50)
                .allSatisfy(one -> assertThat(rare.names()).contains(one.name()))
                .isSortedAccordingTo((a, b) -> Long.compare(b.position(), a.position()));
        assertThat(history.count(names("test.kind-7"), 10_000)).isEqualTo(EVENTS / 10);
        assertThat(history.count(Filter.ALL, 500)).isEqualTo(500);

        Instant from = GeneratedEvents.START.plusSeconds(100);
        Filter span = new Filter(Set.of(), null, null, from, from.plusSeconds(10));
        assertThat(positions(history.page(span, Long.MAX_VALUE, 500)))
                .containsExactly(110L, 109L, 108L, 107L, 106L, 105L, 104L, 103L, 102L, 101L);
        assertThat(history.count(span, 1_000)).isEqualTo(10);

        Filter actor = new Filter(Set.of("test.kind-3"), "actor-3", null, null, null);
        assertThat(history.page(actor, Long.MAX_VALUE, 5))
                .isNotEmpty()
                .allSatisfy(one -> assertThat(one.actor().id()).isEqualTo("actor-3"));
        Entry one = history.page(Filter.ALL, Long.MAX_VALUE, 1).getFirst();
        Filter aggregate = new Filter(Set.of(), null, one.aggregate(), null, null);
        assertThat(history.slice(aggregate, 0, 10)).contains(one);
        assertThat(history.find(one.eventId())).contains(one);
        assertThat(history.find("nothing")).isEmpty();
    }

    @Test
    void namesAreFoundWithoutReadingEveryEvent() {
        assertThat(history.names())
                .filteredOn(name -> name.startsWith("test."))
                .hasSize(10)
                .isSorted();
    }

    @Test
    void limitsAreKept() {
        assertThatThrownBy(() -> history.page(Filter.ALL, 1, 501)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> history.slice(Filter.ALL, -1, 10)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void everyQueryGoesByAnIndex() {
        String byPosition = "global_index < 9223372036854775807 ORDER BY global_index DESC LIMIT 50";
        assertThat(plan("WHERE " + byPosition)).contains("event_pkey").doesNotContain("Seq Scan");
        assertThat(plan("WHERE name = 'test.seldom' AND " + byPosition))
                .contains("event_by_name")
                .doesNotContain("Seq Scan", "Sort");
        assertThat(plan("WHERE name > 'test.kind-3' ORDER BY name LIMIT 1"))
                .contains("event_by_name")
                .doesNotContain("Seq Scan", "Sort");
        assertThat(plan("WHERE actor = 'actor-3' AND " + byPosition)).doesNotContain("Seq Scan");
    }

    private String plan(String condition) {
        return String.join(
                "\n",
                jdbc.sql("EXPLAIN SELECT global_index FROM infrastructure.event " + condition)
                        .query(String.class)
                        .list());
    }

    private void append() {
        events.publish(new Noted("something"));
    }

    @Test
    void aBurstOfEventsIsToldAsOne() throws Exception {
        AtomicInteger told = new AtomicInteger();
        AutoCloseable subscription = history.onAppend(told::incrementAndGet);
        long began = System.nanoTime();
        for (int i = 0; i < 100; i++) append();
        await().until(() -> told.get() > 0);
        // A slow machine takes many rings' time to append so much: what holds on each is five rings a second at most.
        int rings = told.get();
        assertThat(rings)
                .isLessThan(50)
                .isLessThanOrEqualTo(
                        1 + (int) (Duration.ofNanos(System.nanoTime() - began).toMillis() / 200));
        subscription.close();
    }
}
