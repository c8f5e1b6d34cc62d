package org.acides.hiboo.infrastructure.eventstore;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells every node soon after events were committed on one. The notice goes out after the commit, on a connection of
 * its own and bundled: PostgreSQL serialises commits that notify, and appends must not wait for one another. A notice
 * lost to a crash costs a poll, never an event.
 */
public final class AppendSignals implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(AppendSignals.class);
    private static final String CHANNEL = "hiboo_event";

    /** A read from PostgreSQL hears no interrupt: it holds up a stop for so long, and no notice. */
    private static final int WAIT_MILLIS = 500;

    private final DataSource dataSource;
    private final Set<Runnable> listeners = new CopyOnWriteArraySet<>();
    private final Semaphore pending = new Semaphore(0);
    private volatile boolean running;
    private volatile @Nullable Thread listening;
    private volatile @Nullable Thread telling;

    AppendSignals(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    void start() {
        running = true;
        listening = Thread.ofPlatform().daemon().name("event-listen").start(() -> keep(this::listen));
        telling = Thread.ofPlatform().daemon().name("event-notify").start(() -> keep(this::tell));
    }

    /** Says that events were committed here. Never waits. */
    void committed() {
        pending.release();
    }

    /** Calls back on a thread of ours, which the listener must not hold up. */
    public AutoCloseable subscribe(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    private interface Work {
        void with(Connection connection) throws SQLException, InterruptedException;
    }

    private void keep(Work work) {
        while (running) {
            try (Connection connection = dataSource.getConnection()) {
                connection.setAutoCommit(true);
                work.with(connection);
            } catch (SQLException e) {
                if (running) log.info("The line for event notices broke; trying again: {}", e.getMessage());
                pauseOrStop();
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void pauseOrStop() {
        try {
            TimeUnit.MILLISECONDS.sleep(500);
        } catch (InterruptedException e) {
            running = false;
        }
    }

    private void listen(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("LISTEN " + CHANNEL);
        }
        PGConnection postgres = connection.unwrap(PGConnection.class);
        tellListeners();
        for (int quiet = 0; running; quiet++) {
            var notices = postgres.getNotifications(WAIT_MILLIS);
            if (notices != null && notices.length > 0) tellListeners();
            else if (quiet % 10 == 9 && !connection.isValid(2)) throw new SQLException("the connection is dead");
        }
    }

    private void tell(Connection connection) throws SQLException, InterruptedException {
        try (Statement statement = connection.createStatement()) {
            while (running) {
                pending.acquire();
                pending.drainPermits();
                statement.execute("NOTIFY " + CHANNEL);
            }
        }
    }

    private void tellListeners() {
        for (Runnable listener : listeners)
            try {
                listener.run();
            } catch (RuntimeException e) {
                log.warn("A listener for appended events failed", e);
            }
    }

    /** Waits for both lines to be given back: the pool, which closes next, would cut them with a warning. */
    @Override
    public void close() {
        running = false;
        for (Thread thread : new Thread[] {listening, telling}) if (thread != null) end(thread);
    }

    private static void end(Thread thread) {
        thread.interrupt();
        try {
            thread.join(Duration.ofMillis(4L * WAIT_MILLIS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
