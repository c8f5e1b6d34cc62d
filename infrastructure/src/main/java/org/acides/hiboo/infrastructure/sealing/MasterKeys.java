package org.acides.hiboo.infrastructure.sealing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.acides.hiboo.infrastructure.start.CannotStart;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Wraps and unwraps keys. The database says under which master key it is; this node must have that key, and while a
 * rotation runs the one before it too.
 */
@Component
@DependsOnDatabaseInitialization
public class MasterKeys {

    /** Of advisory locks: who wraps holds it shared, a rotation alone while it changes the current key. */
    static final String LOCK = "(1751741295, 1)";

    private final JdbcClient jdbc;
    private final KeySource source;
    private volatile Map<String, MasterKey> atHand;

    /** @throws CannotStart when the keys at hand cannot open what the database holds */
    MasterKeys(JdbcClient jdbc, KeySource source) {
        this.jdbc = jdbc;
        this.source = source;
        this.atHand = read(source);
        List<String> needed = needed();
        if (needed.isEmpty()) needed = begin();
        for (String id : needed) if (!atHand.containsKey(id)) throw missing(id);
    }

    /**
     * Wraps a key under the current master key, in the caller's transaction, which must also store what comes back.
     *
     * @param purpose what the key is for and whose it is; it unwraps with the same alone
     */
    public Wrapped wrap(String purpose, byte[] key) {
        return wrapping().apply(purpose, key);
    }

    /** {@link #wrap} for many keys of one transaction. */
    BiFunction<String, byte[], Wrapped> wrapping() {
        if (!TransactionSynchronizationManager.isActualTransactionActive())
            throw new IllegalStateException("keys are wrapped in the transaction that stores them");
        // Without the lock, a rotation could finish between our look at the current key and our commit.
        jdbc.sql("SELECT pg_advisory_xact_lock_shared" + LOCK)
                .query((row, number) -> 0)
                .single();
        String current = jdbc.sql("SELECT id FROM infrastructure.master_key WHERE current")
                .query(String.class)
                .single();
        MasterKey master = key(current);
        return (purpose, key) -> new Wrapped(current, master.wrap(purpose, key));
    }

    /** @throws IllegalStateException when it was tampered with, or wrapped for another purpose */
    public byte[] unwrap(String purpose, Wrapped wrapped) {
        return key(wrapped.masterKey()).unwrap(purpose, wrapped.box());
    }

    private MasterKey key(String id) {
        MasterKey key = atHand.get(id);
        if (key != null) return key;
        // Rotated by another process while we run: its files tell.
        atHand = read(source);
        key = atHand.get(id);
        if (key == null) throw missing(id);
        return key;
    }

    private List<String> needed() {
        return jdbc.sql("SELECT id FROM infrastructure.master_key")
                .query(String.class)
                .list();
    }

    /** A new database: of several nodes that start on it at once, one gives it its key. */
    private List<String> begin() {
        MasterKey first = source.first();
        int won = jdbc.sql(
                        "INSERT INTO infrastructure.master_key (id, current) VALUES (?, true) ON CONFLICT DO NOTHING")
                .param(first.id())
                .update();
        List<String> needed = needed();
        if (won == 0 && !needed.contains(first.id())) source.discard(first);
        atHand = read(source);
        return needed;
    }

    private CannotStart missing(String id) {
        return new CannotStart("the database is sealed under the master key " + id + ", which is not in "
                + source.place() + ": put the right key there, for no other can open it");
    }

    private static Map<String, MasterKey> read(KeySource source) {
        Map<String, MasterKey> keys = new HashMap<>();
        source.all().forEach(key -> keys.put(key.id(), key));
        return Map.copyOf(keys);
    }
}
