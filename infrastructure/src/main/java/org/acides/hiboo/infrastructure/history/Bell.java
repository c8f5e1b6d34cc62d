package org.acides.hiboo.infrastructure.history;

import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.acides.hiboo.infrastructure.eventstore.AppendSignals;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Rings for whoever watches the history, a few times a second at most however much is appended. */
@Component
class Bell implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Bell.class);
    private static final int BURST_MS = 200;

    private final Set<Ring> listeners = new CopyOnWriteArraySet<>();
    private final AtomicBoolean pending = new AtomicBoolean();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("history-bell").factory());

    /** A subscription of its own, even where one listener subscribes twice. */
    private static final class Ring {
        private final Runnable listener;

        private Ring(Runnable listener) {
            this.listener = listener;
        }
    }

    Bell(AppendSignals signals) {
        signals.subscribe(this::appended);
    }

    private void appended() {
        if (listeners.isEmpty() || !pending.compareAndSet(false, true)) return;
        var unused = thread.schedule(this::ring, BURST_MS, TimeUnit.MILLISECONDS);
    }

    private void ring() {
        pending.set(false);
        for (Ring one : listeners)
            try {
                one.listener.run();
            } catch (RuntimeException e) {
                log.warn("A listener for the history failed", e);
            }
    }

    AutoCloseable subscribe(Runnable listener) {
        Ring ring = new Ring(listener);
        listeners.add(ring);
        return () -> listeners.remove(ring);
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
