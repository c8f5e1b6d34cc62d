package org.acides.hiboo.infrastructure.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.acides.hiboo.infrastructure.api.Actor;
import org.acides.hiboo.infrastructure.api.Processors;
import org.acides.hiboo.infrastructure.api.Processors.State;
import org.acides.hiboo.infrastructure.api.Processors.Status;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Replays projections and compares what they hold with what they held before. */
public final class Replaying {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Processors processors;
    private final JdbcClient jdbc;

    public Replaying(Processors processors, JdbcClient jdbc) {
        this.processors = processors;
        this.jdbc = jdbc;
    }

    /**
     * Replays every projection there is, and fails unless every table of the given schemas then holds the same rows.
     * Nothing else may write to them meanwhile.
     *
     * @return the projections that were replayed
     */
    public List<String> changesNothingIn(String... schemas) {
        awaitQuiet();
        Map<String, List<String>> before = rows(schemas);
        List<String> projections = processors.all().stream()
                .filter(Status::replayable)
                .map(Status::name)
                .toList();
        projections.forEach(name -> processors.replay(name, Actor.system("test")));
        awaitQuiet();
        rows(schemas).forEach((table, rows) -> assertThat(rows).as(table).isEqualTo(before.get(table)));
        return projections;
    }

    /** Waits until every processor has handled everything and none is replaying. */
    public void awaitQuiet() {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(processors.all()).allSatisfy(one -> {
                    assertThat(one.state()).as(one.name()).isEqualTo(State.RUNNING);
                    assertThat(one.lag()).as(one.name()).isZero();
                }));
    }

    /** A row's number only says which came first: those of rows that were erased since are not given again. */
    private Map<String, List<String>> rows(String... schemas) {
        Map<String, List<String>> all = new TreeMap<>();
        jdbc.sql("SELECT format('%I.%I', schemaname, tablename) FROM pg_tables WHERE schemaname = ANY (?)"
                        + " AND tablename <> 'flyway_schema_history'")
                .param(schemas)
                .query(String.class)
                .list()
                .forEach(table -> all.put(
                        table,
                        jdbc.sql("SELECT (to_jsonb(kept.*) - 'row_id')::text FROM " + table + " AS kept ORDER BY 1")
                                .query(String.class)
                                .list()));
        return all;
    }
}
