package org.acides.hiboo.infrastructure.sealing;

import java.util.List;
import java.util.Map;
import org.acides.hiboo.infrastructure.start.CannotStart;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A table of wrapped keys, with columns {@code wrapped} and {@code master_key}.
 *
 * @param type the key column's SQL type
 * @param purpose what its keys are wrapped for, before the key column's value
 */
record KeyTable(String name, String column, String type, String purpose) {

    /** @param id the key column as text */
    record Row(String id, String purpose, Wrapped wrapped) {

        /** @throws CannotStart when its master key is not at hand */
        Row under(MasterKey next, Map<String, MasterKey> keys) {
            MasterKey old = keys.get(wrapped.masterKey());
            if (old == null)
                throw new CannotStart("a key is wrapped under the master key " + wrapped.masterKey()
                        + ", which is not at hand: put it back, then run this again");
            byte[] key = old.unwrap(purpose + id, wrapped.box());
            return new Row(id, purpose, new Wrapped(next.id(), next.wrap(purpose + id, key)));
        }
    }

    String countOfOthers() {
        return "SELECT count(*) FROM infrastructure." + name + " WHERE master_key <> ?";
    }

    /** Locks them, so that an erasure waits, or was first and is left alone. */
    List<Row> batch(JdbcTemplate jdbc, @Nullable String after, String next, int size) {
        return jdbc.query(
                "SELECT " + column + "::text, wrapped, master_key FROM infrastructure." + name
                        + " WHERE (?::" + type + " IS NULL OR " + column + " > ?::" + type + ") AND master_key <> ?"
                        + " ORDER BY " + column + " LIMIT " + size + " FOR UPDATE",
                (row, number) -> new Row(row.getString(1), purpose, new Wrapped(row.getString(3), row.getBytes(2))),
                after,
                after,
                next);
    }

    void store(JdbcTemplate jdbc, String masterKey, List<Row> rows) {
        jdbc.batchUpdate(
                "UPDATE infrastructure." + name + " SET wrapped = ?, master_key = ? WHERE " + column + " = ?::" + type,
                rows.stream()
                        .map(row -> new Object[] {row.wrapped().box(), masterKey, row.id()})
                        .toList());
    }
}
