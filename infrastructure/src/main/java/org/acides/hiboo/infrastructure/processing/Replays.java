package org.acides.hiboo.infrastructure.processing;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.HashMap;
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

    private static final Duration SETTLED = Duration.ofMillis(500);

    private final EventProcessingConfiguration processing;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Semaphore asked = new Semaphore(0);
    private final Map<String, Long> working = new HashMap<>();
    private volatile boolean running;
    private @Nullable Thread thread;

    Replays(EventProcessingConfiguration processing, JdbcClient jdbc, TransactionTemplate transaction, Clock clock) {
        this.processing = processing;
        this.jdbc = jdbc;
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
                look();
                asked().stream().filter(this::settled).forEach(this::begin);
            } catch (RuntimeException e) {
                if (running) log.warn("A replay cannot begin yet; trying again: {}", e.toString());
            } catch (InterruptedException e) {
                return;
            }
    }

    private void look() {
        processing.eventProcessors().forEach((name, processor) -> {
            if (!(processor instanceof TrackingEventProcessor ours)
                    || ours.processingStatus().isEmpty()) working.remove(name);
            else working.putIfAbsent(name, System.nanoTime());
        });
    }

    /**
     * Whether this node works the processor, and has for a moment: one that is stopped just when its worker starts never
     * works again, for Axon 4.13 then forgets to give the worker's place back.
     */
    private boolean settled(String name) {
        Long since = working.get(name);
        return since != null && System.nanoTime() - since > SETTLED.toNanos();
    }

    private void begin(String name) {
        TrackingEventProcessor processor =
                processing.eventProcessor(name, TrackingEventProcessor.class).orElseThrow();
        working.remove(name);
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
