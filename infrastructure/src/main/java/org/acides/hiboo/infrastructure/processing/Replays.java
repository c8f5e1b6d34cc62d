package org.acides.hiboo.infrastructure.processing;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.TrackingEventProcessor;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Begins the replays that were asked for, on whichever node runs the processor: it alone can stop it and has its claim.
 * The request goes in the transaction that empties the projection and sets its position back, so that a node which dies
 * leaves either the request or a replay under way, and another node carries on with it.
 */
@Component
class Replays implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Replays.class);

    private final EventProcessingConfiguration processing;
    private final JdbcClient jdbc;
    private final Tokens tokens;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Semaphore asked = new Semaphore(0);
    private volatile boolean running;
    private @Nullable Thread thread;

    Replays(
            EventProcessingConfiguration processing,
            JdbcClient jdbc,
            Tokens tokens,
            TransactionTemplate transaction,
            Clock clock) {
        this.processing = processing;
        this.jdbc = jdbc;
        this.tokens = tokens;
        this.transaction = transaction;
        this.clock = clock;
    }

    void ask(String processor) {
        jdbc.sql("INSERT INTO infrastructure.replay_request (processor, asked_at) VALUES (?, ?) ON CONFLICT DO NOTHING")
                .params(processor, clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        asked.release();
    }

    Set<String> asked() {
        return new HashSet<>(jdbc.sql("SELECT processor FROM infrastructure.replay_request")
                .query(String.class)
                .list());
    }

    private void watch() {
        while (running)
            try {
                if (asked.tryAcquire(1, TimeUnit.SECONDS)) asked.drainPermits();
                Set<String> names = asked();
                if (!names.isEmpty()) beginOurs(names);
            } catch (RuntimeException e) {
                if (running) log.warn("A replay cannot begin yet; trying again: {}", e.toString());
            } catch (InterruptedException e) {
                return;
            }
    }

    private void beginOurs(Set<String> names) {
        Map<String, Tokens.Progress> progress = tokens.all();
        for (String name : names) {
            Tokens.Progress at = progress.getOrDefault(name, Tokens.Progress.none(name));
            processing
                    .eventProcessor(name, TrackingEventProcessor.class)
                    .filter(ours -> !at.held() || !ours.processingStatus().isEmpty())
                    .ifPresent(ours -> begin(name, ours));
        }
    }

    private void begin(String name, TrackingEventProcessor processor) {
        processor.shutDown();
        try {
            transaction.executeWithoutResult(status -> {
                int requests = jdbc.sql("DELETE FROM infrastructure.replay_request WHERE processor = ?")
                        .param(name)
                        .update();
                if (requests == 0) return;
                jdbc.sql("DELETE FROM infrastructure.dead_letter WHERE processing_group = ?")
                        .param(name)
                        .update();
                processor.resetTokens();
            });
            log.info("{} is being replayed", name);
        } catch (UnableToClaimTokenException e) {
            log.info("{} was taken over by another node, which will replay it", name);
        } finally {
            if (running) processor.start();
        }
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().daemon().name("replays").start(this::watch);
    }

    @Override
    public void stop() {
        running = false;
        Thread watching = thread;
        if (watching != null) watching.interrupt();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
