package org.acides.hiboo.captcha.pressure;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.acides.hiboo.captcha.api.SiteId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Counts, in memory and by site and kind alone; every two seconds the counts are added to those of the running minute. What a
 * crash loses is two seconds of a chart.
 */
@Component
public class Pressure implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Pressure.class);
    private static final int EVERY_SECONDS = 2;

    private record Counted(SiteId site, String kind) {}

    private static final class Counts {
        private final LongAdder challenges = new LongAdder();
        private final LongAdder passes = new LongAdder();
        private final LongAdder failures = new LongAdder();
    }

    private final JdbcTemplate jdbc;
    private final Clock clock;
    private final Map<Counted, Counts> counts = new ConcurrentHashMap<>();
    private volatile ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(Pressure::thread);
    private volatile boolean running;

    Pressure(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param kind one that the site accepts: what is counted is as much as what was decided, and no more */
    public void posed(SiteId site, String kind) {
        of(site, kind).challenges.increment();
    }

    public void passed(SiteId site, String kind) {
        of(site, kind).passes.increment();
    }

    public void failed(SiteId site, String kind) {
        of(site, kind).failures.increment();
    }

    private Counts of(SiteId site, String kind) {
        return counts.computeIfAbsent(new Counted(site, kind), unknown -> new Counts());
    }

    /** Adds what was counted since the last time. */
    synchronized void flush() {
        Instant minute = clock.instant().truncatedTo(ChronoUnit.MINUTES);
        OffsetDateTime at = minute.atOffset(ZoneOffset.UTC);
        List<Object[]> rows = new ArrayList<>();
        counts.forEach((counted, count) -> {
            long challenges = count.challenges.sumThenReset();
            long passes = count.passes.sumThenReset();
            long failures = count.failures.sumThenReset();
            if (challenges + passes + failures > 0)
                rows.add(new Object[] {counted.site().value(), counted.kind(), at, challenges, passes, failures});
        });
        if (rows.isEmpty()) return;
        jdbc.batchUpdate(
                "INSERT INTO captcha.pressure AS p (site_id, kind, minute, challenges, passes, failures)"
                        + " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (site_id, minute, kind) DO UPDATE SET"
                        + " challenges = p.challenges + excluded.challenges,"
                        + " passes = p.passes + excluded.passes, failures = p.failures + excluded.failures",
                rows);
    }

    private void flushQuietly() {
        try {
            flush();
        } catch (DataAccessException unreachable) {
            log.warn("What the last seconds asked of the captcha is not counted: {}", unreachable.getMessage());
        }
    }

    private static Thread thread(Runnable work) {
        return Thread.ofPlatform().daemon().name("captcha-pressure").unstarted(work);
    }

    @Override
    public void start() {
        running = true;
        if (thread.isShutdown()) thread = Executors.newSingleThreadScheduledExecutor(Pressure::thread);
        var unused = thread.scheduleWithFixedDelay(this::flushQuietly, EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public void stop() {
        running = false;
        thread.shutdown();
        flushQuietly();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
