package org.acides.hiboo.infrastructure.processing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.acides.hiboo.infrastructure.api.Actor;
import org.acides.hiboo.infrastructure.api.Processors;
import org.acides.hiboo.infrastructure.api.Refused;
import org.acides.hiboo.infrastructure.command.RecentProof;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All processors of all nodes, from what they leave in the database; that one is failing is known where it runs. */
@Component
class JdbcProcessors implements Processors {

    private final EventProcessingConfiguration processing;
    private final JdbcClient jdbc;
    private final Tokens tokens;
    private final Replays replays;
    private final RecentProof proof;
    private final Clock clock;

    JdbcProcessors(
            EventProcessingConfiguration processing,
            JdbcClient jdbc,
            Tokens tokens,
            Replays replays,
            RecentProof proof,
            Clock clock) {
        this.processing = processing;
        this.jdbc = jdbc;
        this.tokens = tokens;
        this.replays = replays;
        this.proof = proof;
        this.clock = clock;
    }

    @Override
    public List<Status> all() {
        long head = jdbc.sql("SELECT coalesce(max(global_index), 0) FROM infrastructure.event")
                .query(Long.class)
                .single();
        Map<String, Tokens.Progress> progress = tokens.all();
        Map<String, Long> deadLetters = deadLetters();
        Set<String> asked = replays.asked();
        return streaming().entrySet().stream()
                .map(one -> status(
                        one.getKey(),
                        one.getValue(),
                        progress.getOrDefault(one.getKey(), Tokens.Progress.none(one.getKey())),
                        head,
                        deadLetters.getOrDefault(one.getKey(), 0L),
                        asked.contains(one.getKey())))
                .toList();
    }

    private Status status(
            String name,
            StreamingEventProcessor processor,
            Tokens.Progress progress,
            long head,
            long deadLetters,
            boolean asked) {
        boolean failing = processor.processingStatus().values().stream().anyMatch(EventTrackerStatus::isErrorState);
        boolean replaying = asked || progress.reset().isPresent();
        State state =
                failing ? State.FAILING : replaying ? State.REPLAYING : progress.held() ? State.RUNNING : State.STOPPED;
        return new Status(
                name,
                state,
                progress.position(),
                head,
                progress.position() >= head ? Duration.ZERO : lag(progress.position()),
                deadLetters,
                isReplayable(name, processor),
                asked ? 0 : progress.replayed());
    }

    /** Age of the first event after a position; zero when there is none. */
    private Duration lag(long position) {
        return jdbc.sql("SELECT at FROM infrastructure.event WHERE global_index > ? ORDER BY global_index LIMIT 1")
                .param(position)
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant)
                .map(at -> age(at, clock.instant()))
                .orElse(Duration.ZERO);
    }

    private static Duration age(Instant at, Instant now) {
        return now.isAfter(at) ? Duration.between(at, now) : Duration.ZERO;
    }

    private Map<String, Long> deadLetters() {
        Map<String, Long> counts = new HashMap<>();
        jdbc.sql("SELECT processing_group, count(*) AS letters FROM infrastructure.dead_letter GROUP BY 1")
                .query(row -> {
                    counts.put(row.getString("processing_group"), row.getLong("letters"));
                });
        return counts;
    }

    private Map<String, StreamingEventProcessor> streaming() {
        Map<String, StreamingEventProcessor> all = new TreeMap<>();
        processing.eventProcessors().forEach((name, processor) -> {
            if (processor instanceof StreamingEventProcessor streaming) all.put(name, streaming);
        });
        return all;
    }

    private static boolean isReplayable(String name, StreamingEventProcessor processor) {
        return name.startsWith(RoutedProcessing.PROJECTION) && processor.supportsReset();
    }

    private StreamingEventProcessor named(String name) {
        StreamingEventProcessor processor = streaming().get(name);
        if (processor == null) throw new Refused("processor.unknown", name);
        return processor;
    }

    @Override
    public void replay(String name, Actor actor) {
        proof.require(actor);
        if (!isReplayable(name, named(name))) throw new Refused("processor.not-replayable", name);
        replays.ask(name);
    }

    @Override
    public int retryDeadLetters(String name) {
        named(name);
        long before = deadLetters().getOrDefault(name, 0L);
        if (before == 0) return 0;
        int sequences = jdbc.sql("SELECT count(DISTINCT sequence_identifier) FROM infrastructure.dead_letter"
                        + " WHERE processing_group = ?")
                .param(name)
                .query(Integer.class)
                .single();
        var letters = processing.sequencedDeadLetterProcessor(name).orElseThrow();
        for (int tried = 0; tried < sequences; tried++) letters.processAny();
        return Math.toIntExact(before - deadLetters().getOrDefault(name, 0L));
    }
}
