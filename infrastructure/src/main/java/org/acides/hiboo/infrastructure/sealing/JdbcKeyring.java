package org.acides.hiboo.infrastructure.sealing;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.acides.hiboo.infrastructure.api.Keyring;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps named keys in the database and, since they never change, in memory. */
@Component
class JdbcKeyring implements Keyring {

    private static final String PURPOSE = "named-key:";
    private static final String ALGORITHM = "HmacSHA256";

    private final JdbcClient jdbc;
    private final TransactionTemplate ownTransaction;
    private final MasterKeys masterKeys;
    private final Map<String, SecretKeySpec> known = new ConcurrentHashMap<>();

    JdbcKeyring(JdbcClient jdbc, PlatformTransactionManager transactions, MasterKeys masterKeys) {
        this.jdbc = jdbc;
        // What is in memory for ever must not be undone with the caller's transaction.
        this.ownTransaction = new TransactionTemplate(transactions);
        this.ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.masterKeys = masterKeys;
    }

    @Override
    public byte[] mac(String name, byte[] message) {
        SecretKeySpec key = known.get(name);
        if (key == null) known.put(name, key = find(name).orElseGet(() -> make(name)));
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private Optional<SecretKeySpec> find(String name) {
        return jdbc.sql("SELECT wrapped, master_key FROM infrastructure.named_key WHERE name = ?")
                .param(name)
                .query((row, number) -> new SecretKeySpec(
                        masterKeys.unwrap(PURPOSE + name, new Wrapped(row.getString(2), row.getBytes(1))), ALGORITHM))
                .optional();
    }

    private SecretKeySpec make(String name) {
        byte[] utf8 = name.getBytes(StandardCharsets.UTF_8);
        if (utf8.length == 0 || utf8.length > 100) throw new IllegalArgumentException("name: 1 to 100 bytes");
        ownTransaction.executeWithoutResult(status -> {
            Wrapped wrapped = masterKeys.wrap(PURPOSE + name, Box.randomKey());
            jdbc.sql("INSERT INTO infrastructure.named_key (name, wrapped, master_key) VALUES (?, ?, ?)"
                            + " ON CONFLICT (name) DO NOTHING")
                    .params(name, wrapped.box(), wrapped.masterKey())
                    .update();
        });
        return find(name).orElseThrow();
    }
}
