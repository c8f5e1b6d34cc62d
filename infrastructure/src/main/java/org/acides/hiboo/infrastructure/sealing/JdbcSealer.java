package org.acides.hiboo.infrastructure.sealing;

import java.nio.ByteBuffer;
import java.util.Base64;
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

    private static final String PURPOSE = "data-key:";

    private final JsonMapper json = JsonMapper.builder().build();
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final MasterKeys masterKeys;

    JdbcSealer(JdbcClient jdbc, PlatformTransactionManager transactions, MasterKeys masterKeys) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.masterKeys = masterKeys;
    }

    @Override
    public <T> Sealed<T> seal(UUID subject, T value) {
        SecretKey key = find(subject)
                .orElseGet(() -> make(subject))
                .orElseThrow(() -> new IllegalStateException("the subject " + subject + " was erased"));
        byte[] box = Box.close(key, owner(subject), json.writeValueAsBytes(value));
        return new Sealed<>(subject, Base64.getUrlEncoder().withoutPadding().encodeToString(box));
    }

    @Override
    public <T> Optional<T> open(Sealed<T> sealed, Class<T> type) {
        byte[] box;
        try {
            box = Base64.getUrlDecoder().decode(sealed.box());
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("not a sealed box", e);
        }
        return find(sealed.subject())
                .orElseThrow(() -> new IllegalStateException("nothing was ever sealed for " + sealed.subject()))
                .map(key -> json.readValue(Box.open(key, owner(sealed.subject()), box), type));
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
