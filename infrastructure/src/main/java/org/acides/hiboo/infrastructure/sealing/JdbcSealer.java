package org.acides.hiboo.infrastructure.sealing;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.SecretKey;
import org.acides.hiboo.infrastructure.api.Sealed;
import org.acides.hiboo.infrastructure.api.Sealer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps a data key a subject in the database, in the caller's transaction. None stays in memory, so that an erasure
 * holds on every node from its commit on. A subject that was erased keeps a row without a key.
 */
@Component
class JdbcSealer implements Sealer {

    static final String PURPOSE = "data-key:";

    private final JsonMapper json = JsonMapper.builder().build();
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final MasterKeys masterKeys;
    private final ManyDataKeys many;

    JdbcSealer(JdbcClient jdbc, PlatformTransactionManager transactions, MasterKeys masterKeys) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.masterKeys = masterKeys;
        this.many = new ManyDataKeys(jdbc, masterKeys);
    }

    @Override
    public <T> Sealed<T> seal(UUID subject, T value) {
        SecretKey key = find(subject)
                .orElseGet(() -> make(subject))
                .orElseThrow(() -> new IllegalStateException("the subject " + subject + " was erased"));
        return close(subject, key, value);
    }

    private <T> Sealed<T> close(UUID subject, SecretKey key, T value) {
        byte[] box = Box.close(key, owner(subject), json.writeValueAsBytes(value));
        return new Sealed<>(subject, Base64.getUrlEncoder().withoutPadding().encodeToString(box));
    }

    @Override
    public <T> Optional<T> open(Sealed<T> sealed, Class<T> type) {
        byte[] box = box(sealed);
        return find(sealed.subject())
                .orElseThrow(() -> neverSealed(sealed.subject()))
                .map(key -> json.readValue(Box.open(key, owner(sealed.subject()), box), type));
    }

    private static byte[] box(Sealed<?> sealed) {
        try {
            return Base64.getUrlDecoder().decode(sealed.box());
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("not a sealed box", e);
        }
    }

    private static IllegalStateException neverSealed(UUID subject) {
        return new IllegalStateException("nothing was ever sealed for " + subject);
    }

    @Override
    public <T> List<Sealed<T>> sealAll(Map<UUID, T> values) {
        Map<UUID, Optional<SecretKey>> keys =
                Objects.requireNonNull(transaction.execute(status -> many.made(values.keySet())));
        return values.entrySet().stream()
                .map(value -> close(
                        value.getKey(),
                        keys.get(value.getKey())
                                .orElseThrow(() ->
                                        new IllegalStateException("the subject " + value.getKey() + " was erased")),
                        value.getValue()))
                .toList();
    }

    @Override
    public <T> Map<UUID, T> openAll(Collection<Sealed<T>> all, Class<T> type) {
        Map<UUID, Optional<SecretKey>> found =
                many.found(all.stream().map(Sealed::subject).toList());
        Map<UUID, T> opened = new LinkedHashMap<>();
        for (Sealed<T> one : all) {
            Optional<SecretKey> key = found.get(one.subject());
            if (key == null) throw neverSealed(one.subject());
            key.map(existing -> json.readValue(Box.open(existing, owner(one.subject()), box(one)), type))
                    .ifPresent(value -> opened.put(one.subject(), value));
        }
        return opened;
    }

    @Override
    public void erase(UUID subject) {
        jdbc.sql("INSERT INTO infrastructure.data_key (subject) VALUES (?)"
                        + " ON CONFLICT (subject) DO UPDATE SET wrapped = NULL, master_key = NULL")
                .param(subject)
                .update();
    }

    /** Empty when there never was a key, an empty inside it when there no longer is one. */
    private Optional<Optional<SecretKey>> find(UUID subject) {
        return jdbc.sql("SELECT wrapped, master_key FROM infrastructure.data_key WHERE subject = ?")
                .param(subject)
                .query((row, number) -> unwrap(subject, row.getBytes(1), row.getString(2)))
                .optional();
    }

    /** Who comes second waits here for the first one's commit, and takes the first one's key. */
    private Optional<Optional<SecretKey>> insert(UUID subject) {
        byte[] key = Box.randomKey();
        Wrapped wrapped = masterKeys.wrap(PURPOSE + subject, key);
        int made = jdbc.sql("INSERT INTO infrastructure.data_key (subject, wrapped, master_key) VALUES (?, ?, ?)"
                        + " ON CONFLICT (subject) DO NOTHING")
                .params(subject, wrapped.box(), wrapped.masterKey())
                .update();
        return made == 1 ? Optional.of(Optional.of(Box.key(key))) : find(subject);
    }

    private Optional<SecretKey> make(UUID subject) {
        Optional<Optional<SecretKey>> made = transaction.execute(status -> insert(subject));
        return made.orElseThrow();
    }

    private Optional<SecretKey> unwrap(UUID subject, byte @Nullable [] box, @Nullable String masterKey) {
        if (box == null || masterKey == null) return Optional.empty();
        return Optional.of(Box.key(masterKeys.unwrap(PURPOSE + subject, new Wrapped(masterKey, box))));
    }

    private static byte[] owner(UUID subject) {
        return ByteBuffer.allocate(16)
                .putLong(subject.getMostSignificantBits())
                .putLong(subject.getLeastSignificantBits())
                .array();
    }
}
