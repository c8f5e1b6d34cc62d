package org.acides.hiboo.identity.certificate;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.FactorId;
import org.acides.hiboo.identity.api.FactorName;
import org.acides.hiboo.infrastructure.api.Keyring;
import org.acides.hiboo.infrastructure.api.Refused;
import org.acides.hiboo.infrastructure.api.Sealer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The members' client certificates, in {@code identity.certificate}: their keys alone, and those as MACs. */
@Component
public class Certificates {

    private static final String KEY = "identity.client-certificate";

    private final JdbcClient jdbc;
    private final Keyring keyring;
    private final Sealer sealer;
    private final Clock clock;

    Certificates(JdbcClient jdbc, Keyring keyring, Sealer sealer, Clock clock) {
        this.jdbc = jdbc;
        this.keyring = keyring;
        this.sealer = sealer;
        this.clock = clock;
    }

    /** In the caller's transaction. @throws Refused {@code certificate.known}, whoever has its key already */
    public void store(AccountId account, FactorId factor, ShownCertificate shown, FactorName name) {
        int stored = jdbc.sql("INSERT INTO identity.certificate (key_mac, factor_id, account_id, name_box)"
                        + " VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING")
                .params(mac(shown), factor.value(), account.value(), sealed(account, name))
                .update();
        if (stored != 1) throw new Refused("certificate.known");
    }

    /** Whether its key is a factor of that account, at this very moment. */
    public boolean accept(AccountId account, ShownCertificate shown) {
        return jdbc.sql("UPDATE identity.certificate SET last_used_at = ? WHERE key_mac = ? AND account_id = ?")
                        .params(
                                Timestamp.from(clock.instant().truncatedTo(ChronoUnit.HOURS)),
                                mac(shown),
                                account.value())
                        .update()
                == 1;
    }

    /** Whether there is such a certificate of theirs. */
    public boolean rename(AccountId account, FactorId factor, FactorName name) {
        return jdbc.sql("UPDATE identity.certificate SET name_box = ? WHERE account_id = ? AND factor_id = ?")
                        .params(sealed(account, name), account.value(), factor.value())
                        .update()
                == 1;
    }

    /** All of theirs. */
    public void forget(AccountId account) {
        jdbc.sql("DELETE FROM identity.certificate WHERE account_id = ?")
                .param(account.value())
                .update();
    }

    public void forget(FactorId factor) {
        jdbc.sql("DELETE FROM identity.certificate WHERE factor_id = ?")
                .param(factor.value())
                .update();
    }

    private byte[] mac(ShownCertificate shown) {
        return keyring.mac(KEY, shown.key());
    }

    private String sealed(AccountId account, FactorName name) {
        return sealer.seal(account.value(), name.value()).box();
    }
}
