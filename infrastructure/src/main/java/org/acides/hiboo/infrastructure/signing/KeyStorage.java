package org.acides.hiboo.infrastructure.signing;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.acides.hiboo.infrastructure.sealing.MasterKeys;
import org.acides.hiboo.infrastructure.sealing.Wrapped;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps key pairs wrapped in the database. */
@Component
class KeyStorage {

    private static final String PURPOSE = "signing-key:";

    private final JdbcClient jdbc;
    private final TransactionTemplate ownTransaction;
    private final MasterKeys masterKeys;

    KeyStorage(JdbcClient jdbc, PlatformTransactionManager transactions, MasterKeys masterKeys) {
        this.jdbc = jdbc;
        // What signs must not be undone with the caller's transaction.
        this.ownTransaction = new TransactionTemplate(transactions);
        this.ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.masterKeys = masterKeys;
    }

    /**
     * In the order of their numbers.
     *
     * @param algorithms whose keys
     * @param known what need not be unwrapped again
     */
    List<StoredKey> all(List<JWSAlgorithm> algorithms, List<StoredKey> known) {
        Map<String, JWK> pairs =
                known.stream().map(StoredKey::pair).collect(Collectors.toMap(JWK::getKeyID, Function.identity()));
        return jdbc.sql("SELECT algorithm, number, kid, signs_from, wrapped, master_key"
                        + " FROM infrastructure.signing_key WHERE algorithm = ANY(?) ORDER BY algorithm, number")
                .param(algorithms.stream().map(JWSAlgorithm::getName).toArray(String[]::new))
                .query((row, index) -> {
                    String kid = row.getString(3);
                    JWK pair = pairs.get(kid);
                    if (pair == null) pair = open(kid, new Wrapped(row.getString(6), row.getBytes(5)));
                    return new StoredKey(
                            JWSAlgorithm.parse(row.getString(1)),
                            row.getInt(2),
                            row.getObject(4, java.time.OffsetDateTime.class).toInstant(),
                            pair);
                })
                .list();
    }

    /** Keeps it, unless another node made an algorithm's key of that number first. */
    void add(JWSAlgorithm algorithm, int number, Instant signsFrom, JWK pair) {
        byte[] json = pair.toJSONString().getBytes(StandardCharsets.UTF_8);
        ownTransaction.executeWithoutResult(status -> {
            Wrapped wrapped = masterKeys.wrap(PURPOSE + pair.getKeyID(), json);
            jdbc.sql("INSERT INTO infrastructure.signing_key (algorithm, number, kid, signs_from, wrapped, master_key)"
                            + " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (algorithm, number) DO NOTHING")
                    .params(
                            algorithm.getName(),
                            number,
                            pair.getKeyID(),
                            signsFrom.atOffset(ZoneOffset.UTC),
                            wrapped.box(),
                            wrapped.masterKey())
                    .update();
        });
    }

    void remove(StoredKey key) {
        jdbc.sql("DELETE FROM infrastructure.signing_key WHERE kid = ?")
                .param(key.pair().getKeyID())
                .update();
    }

    private JWK open(String kid, Wrapped wrapped) {
        try {
            return JWK.parse(new String(masterKeys.unwrap(PURPOSE + kid, wrapped), StandardCharsets.UTF_8));
        } catch (ParseException e) {
            throw new IllegalStateException("the signing key " + kid + " is damaged", e);
        }
    }
}
