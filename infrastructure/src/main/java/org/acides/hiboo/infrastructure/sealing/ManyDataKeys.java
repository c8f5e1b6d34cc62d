package org.acides.hiboo.infrastructure.sealing;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import javax.crypto.SecretKey;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Data keys of many subjects in two statements, whatever their number. */
final class ManyDataKeys {

    private final JdbcClient jdbc;
    private final MasterKeys masterKeys;

    ManyDataKeys(JdbcClient jdbc, MasterKeys masterKeys) {
        this.jdbc = jdbc;
        this.masterKeys = masterKeys;
    }

    /** In the caller's transaction; empty for subjects that were erased. */
    Map<UUID, Optional<SecretKey>> made(Collection<UUID> subjects) {
        BiFunction<String, byte[], Wrapped> wrapping = masterKeys.wrapping();
        UUID[] all = subjects.stream().distinct().sorted().toArray(UUID[]::new);
        byte[][] boxes = new byte[all.length][];
        String[] under = new String[all.length];
        for (int i = 0; i < all.length; i++) {
            Wrapped wrapped = wrapping.apply(JdbcSealer.PURPOSE + all[i], Box.randomKey());
            boxes[i] = wrapped.box();
            under[i] = wrapped.masterKey();
        }
        jdbc.sql("INSERT INTO infrastructure.data_key (subject, wrapped, master_key)"
                        + " SELECT * FROM unnest(?::uuid[], ?::bytea[], ?::text[]) ON CONFLICT (subject) DO NOTHING")
                .param(all)
                .param(boxes)
                .param(under)
                .update();
        return found(subjects);
    }

    /** Empty for subjects that were erased, and nothing for those who never had a key. */
    Map<UUID, Optional<SecretKey>> found(Collection<UUID> subjects) {
        Map<UUID, Optional<SecretKey>> found = new HashMap<>();
        jdbc.sql("SELECT subject, wrapped, master_key FROM infrastructure.data_key WHERE subject = ANY (?)")
                .param(subjects.toArray(UUID[]::new))
                .query(row -> {
                    UUID subject = row.getObject(1, UUID.class);
                    byte[] box = row.getBytes(2);
                    found.put(
                            subject,
                            box == null
                                    ? Optional.empty()
                                    : Optional.of(Box.key(masterKeys.unwrap(
                                            JdbcSealer.PURPOSE + subject, new Wrapped(row.getString(3), box)))));
                });
        return found;
    }
}
