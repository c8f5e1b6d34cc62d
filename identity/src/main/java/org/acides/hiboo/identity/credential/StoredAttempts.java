package org.acides.hiboo.identity.credential;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.acides.hiboo.infrastructure.api.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Counts in {@code identity.attempt}, one statement a call. A count that a crash loses is no loss: commits do not wait for the disk. */
@Component
class StoredAttempts implements Attempts {

    private static final String QUICK =
            "WITH quick AS MATERIALIZED (SELECT set_config('synchronous_commit', 'off', true)) ";

    private static final String LEVEL = "(GREATEST(0, a.level"
            + " - EXTRACT(EPOCH FROM (EXCLUDED.counted_at - a.counted_at)) / EXCLUDED.forgets_one_in) + 1)";

    /**
     * Four seconds, then eight, and so on. Nobody waits until now: of two who try at once, the later may have looked at the
     * clock first.
     */
    private static final String UNTIL =
            "CASE WHEN " + LEVEL + " > EXCLUDED.free THEN EXCLUDED.counted_at + make_interval("
                    + "secs => LEAST(EXCLUDED.longest_wait, 4 * 2 ^ LEAST(20, " + LEVEL + " - EXCLUDED.free - 1)))"
                    + " ELSE a.wait_until END";

    private static final String COUNT = QUICK
            + "INSERT INTO identity.attempt AS a"
            + " (key, level, counted_at, wait_until, gone_at, free, forgets_one_in, longest_wait)"
            + " SELECT c.key, 1, :now, 'epoch', :now + make_interval(secs => c.forgets_one_in),"
            + " c.free, c.forgets_one_in, c.longest_wait"
            + " FROM quick, unnest(:keys::bytea[], :free::float8[], :forgets::float8[], :longest::float8[])"
            + " WITH ORDINALITY AS c (key, free, forgets_one_in, longest_wait, place)"
            + " WHERE NOT EXISTS (SELECT 1 FROM identity.attempt WHERE key = ANY (:keys) AND wait_until > :now)"
            + " ORDER BY c.place"
            + " ON CONFLICT (key) DO UPDATE SET level = " + LEVEL + ", counted_at = EXCLUDED.counted_at,"
            + " wait_until = " + UNTIL + ","
            + " gone_at = EXCLUDED.counted_at + make_interval(secs => " + LEVEL + " * EXCLUDED.forgets_one_in)"
            + " WHERE a.wait_until <= EXCLUDED.counted_at";

    private static final String UNCOUNT = QUICK
            + ", own AS (SELECT key FROM identity.attempt, quick WHERE key = ANY (:keys) ORDER BY key FOR UPDATE OF attempt)"
            + " UPDATE identity.attempt SET level = GREATEST(0, level - 1), wait_until = 'epoch'"
            + " FROM own WHERE attempt.key = own.key";

    private static final String FORGIVE = QUICK + "DELETE FROM identity.attempt USING quick WHERE key = ANY (:keys)";

    private final JdbcClient jdbc;
    private final AttemptKeys keys;
    private final KnownDevices devices;
    private final Clock clock;
    private final TransactionTemplate apart;

    StoredAttempts(
            JdbcClient jdbc,
            AttemptKeys keys,
            KnownDevices devices,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.keys = keys;
        this.devices = devices;
        this.clock = clock;
        this.apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_NOT_SUPPORTED);
    }

    @Override
    public void require(String login, String source, @Nullable String device) {
        List<AttemptKeys.Counter> counters = keys.of(login, source, device);
        apart.executeWithoutResult(status -> {
            int counted = jdbc.sql(COUNT)
                    .param("now", now())
                    .param("keys", keys(counters))
                    .param("free", each(counters, bucket -> bucket.free))
                    .param("forgets", each(counters, bucket -> seconds(bucket.forgetsOneIn)))
                    .param("longest", each(counters, bucket -> seconds(bucket.longestWait)))
                    .update();
            if (counted < counters.size()) throw new Refused("throttled", wait(counters));
        });
    }

    @Override
    public void takeBack(String login, String source, @Nullable String device) {
        uncount(keys.of(login, source, device));
    }

    @Override
    public String succeeded(String login, String source, @Nullable String device) {
        Map<Boolean, List<AttemptKeys.Counter>> counters =
                keys.of(login, source, device).stream().collect(Collectors.partitioningBy(StoredAttempts::isOwn));
        apart.executeWithoutResult(status ->
                jdbc.sql(FORGIVE).param("keys", keys(counters.get(true))).update());
        List<AttemptKeys.Counter> shared = counters.get(false);
        if (!shared.isEmpty()) uncount(shared);
        return devices.with(AttemptKeys.subject(login), device);
    }

    @Override
    public boolean knows(String login, @Nullable String device) {
        return devices.known(AttemptKeys.subject(login), device).isPresent();
    }

    /** Counters that nobody but who was right just now counts on. */
    private static boolean isOwn(AttemptKeys.Counter counter) {
        return counter.bucket() == Bucket.DEVICE || counter.bucket() == Bucket.PAIR;
    }

    /** Drops what has nothing to say any more. */
    void forget() {
        jdbc.sql("DELETE FROM identity.attempt WHERE gone_at < ?").param(now()).update();
    }

    private void uncount(List<AttemptKeys.Counter> counters) {
        apart.executeWithoutResult(
                status -> jdbc.sql(UNCOUNT).param("keys", keys(counters)).update());
    }

    private long wait(List<AttemptKeys.Counter> counters) {
        OffsetDateTime until = jdbc.sql("SELECT max(wait_until) FROM identity.attempt WHERE key = ANY (?)")
                .param(keys(counters))
                .query(OffsetDateTime.class)
                .optional()
                .orElse(now());
        return Math.max(1, Duration.between(now(), until).plusMillis(999).toSeconds());
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static byte[][] keys(List<AttemptKeys.Counter> counters) {
        return counters.stream().map(AttemptKeys.Counter::key).toArray(byte[][]::new);
    }

    private static Double[] each(List<AttemptKeys.Counter> counters, ToDoubleFunction<Bucket> of) {
        return counters.stream()
                .map(counter -> of.applyAsDouble(counter.bucket()))
                .toArray(Double[]::new);
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
