package org.acides.hiboo.infrastructure.sealing;

import java.io.PrintStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.acides.hiboo.infrastructure.start.CannotStart;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Puts every wrapped key under a new master key, a batch a transaction; sealed values stay as they are. Cut off at any
 * point, the next run goes on: until the end, both master keys are kept and named by the database.
 */
final class MasterKeyRotation {

    private static final int BATCH = 500;
    private static final int ATTEMPTS = 20;
    private static final List<KeyTable> TABLES = List.of(
            new KeyTable("data_key", "subject", "uuid", "data-key:"),
            new KeyTable("named_key", "name", "text", "named-key:"),
            new KeyTable("signing_key", "kid", "text", "signing-key:"));

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final KeySource source;

    MasterKeyRotation(JdbcTemplate jdbc, PlatformTransactionManager transactions, KeySource source) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.source = source;
    }

    /** @return 0 when done; 1 when there is nothing to rotate; 2 when the operator has to provide the new key first */
    int run(PrintStream out) {
        Optional<String> current = current();
        if (current.isEmpty()) {
            out.println("Nothing to rotate: no Hiboo has run on this database yet.");
            return 1;
        }
        requireAll();
        Optional<MasterKey> wanted = source.next(current.get());
        if (wanted.isEmpty()) {
            out.println(source.afterwards(wanted));
            return 2;
        }
        MasterKey next = wanted.get();
        out.println("Rotating to the master key " + next.id() + ". It may be interrupted, and run again.");
        makeCurrent(next);
        Map<String, MasterKey> keys = new HashMap<>();
        source.all().forEach(key -> keys.put(key.id(), key));
        for (KeyTable table : TABLES) rewrap(table, keys, next, out);
        retireOthers(next);
        source.settle(next);
        out.println("Done. " + source.afterwards(wanted));
        return 0;
    }

    private Optional<String> current() {
        if (jdbc.queryForObject("SELECT to_regclass('infrastructure.master_key')::text", String.class) == null)
            return Optional.empty();
        return jdbc.queryForList("SELECT id FROM infrastructure.master_key WHERE current", String.class).stream()
                .findFirst();
    }

    private void requireAll() {
        List<String> atHand = source.all().stream().map(MasterKey::id).toList();
        for (String id : jdbc.queryForList("SELECT id FROM infrastructure.master_key", String.class))
            if (!atHand.contains(id))
                throw new CannotStart("the database is sealed under the master key " + id + ", which is not in "
                        + source.place() + ": put the right key there first");
    }

    /** Once this is committed, whoever wraps a key anywhere wraps it under the new one. */
    private void makeCurrent(MasterKey next) {
        for (int attempt = 1; ; attempt++) {
            try {
                transaction.executeWithoutResult(status -> {
                    jdbc.execute("SET LOCAL lock_timeout = '1s'");
                    jdbc.execute("SELECT pg_advisory_xact_lock" + MasterKeys.LOCK);
                    jdbc.update("UPDATE infrastructure.master_key SET current = false WHERE current");
                    jdbc.update(
                            "INSERT INTO infrastructure.master_key (id, current) VALUES (?, true)"
                                    + " ON CONFLICT (id) DO UPDATE SET current = true",
                            next.id());
                });
                return;
            } catch (PessimisticLockingFailureException | QueryTimeoutException busy) {
                if (attempt == ATTEMPTS) throw busy;
            }
        }
    }

    private void rewrap(KeyTable table, Map<String, MasterKey> keys, MasterKey next, PrintStream out) {
        Long all = jdbc.queryForObject(table.countOfOthers(), Long.class, next.id());
        long total = all == null ? 0 : all;
        long done = 0;
        String after = null;
        do {
            String from = after;
            List<KeyTable.Row> batch = transaction.execute(status -> {
                List<KeyTable.Row> rows = table.batch(jdbc, from, next.id(), BATCH);
                table.store(
                        jdbc,
                        next.id(),
                        rows.stream().map(row -> row.under(next, keys)).toList());
                return rows;
            });
            if (batch == null || batch.isEmpty()) break;
            done += batch.size();
            after = batch.getLast().id();
            out.println(table.name() + ": " + done + " of " + total);
        } while (true);
    }

    private void retireOthers(MasterKey next) {
        for (KeyTable table : TABLES) {
            Long left = jdbc.queryForObject(table.countOfOthers(), Long.class, next.id());
            if (left == null || left > 0)
                throw new CannotStart("another rotation runs at the same time: run this again when it has ended");
        }
        jdbc.update("DELETE FROM infrastructure.master_key WHERE NOT current");
    }
}
