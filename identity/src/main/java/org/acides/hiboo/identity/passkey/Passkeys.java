package org.acides.hiboo.identity.passkey;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.FactorId;
import org.acides.hiboo.identity.api.FactorName;
import org.acides.hiboo.infrastructure.api.Refused;
import org.acides.hiboo.infrastructure.api.Sealer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The members' passkeys, in {@code identity.passkey}: public keys, what they count, and what their owners call them. */
@Component
public class Passkeys {

    private static final SecureRandom RANDOM = new SecureRandom();

    /** A passkey and its owner's handle. */
    record Known(
            FactorId factor, AccountId account, byte[] handle, byte[] publicKey, boolean synced, boolean suspected) {}

    private final JdbcClient jdbc;
    private final Sealer sealer;
    private final Clock clock;

    Passkeys(JdbcClient jdbc, Sealer sealer, Clock clock) {
        this.jdbc = jdbc;
        this.sealer = sealer;
        this.clock = clock;
    }

    Optional<Known> find(byte[] credential) {
        return jdbc.sql("SELECT p.factor_id, p.account_id, h.handle, p.public_key, p.synced, p.suspected"
                        + " FROM identity.passkey p JOIN identity.passkey_holder h USING (account_id)"
                        + " WHERE p.credential_id = ?")
                .param(credential)
                .query(Passkeys::known)
                .optional();
    }

    /** Those of an account, in no order; suspected ones too. */
    List<byte[]> credentials(AccountId account) {
        return jdbc.sql("SELECT credential_id FROM identity.passkey WHERE account_id = ?")
                .param(account.value())
                .query(byte[].class)
                .list();
    }

    /** What the account is called by its passkeys, for ever: 32 bytes that nothing else is called by. */
    byte[] handle(AccountId account) {
        byte[] fresh = new byte[32];
        RANDOM.nextBytes(fresh);
        jdbc.sql("INSERT INTO identity.passkey_holder (account_id, handle) VALUES (?, ?) ON CONFLICT DO NOTHING")
                .params(account.value(), fresh)
                .update();
        return jdbc.sql("SELECT handle FROM identity.passkey_holder WHERE account_id = ?")
                .param(account.value())
                .query(byte[].class)
                .single();
    }

    /** In the caller's transaction. @throws Refused {@code passkey.known}, whoever has it already */
    public void store(AccountId account, FactorId factor, NewPasskey passkey, FactorName name) {
        int stored = jdbc.sql(
                        "INSERT INTO identity.passkey (credential_id, factor_id, account_id, public_key, sign_count,"
                                + " synced, name_box) VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING")
                .params(
                        passkey.credential(),
                        factor.value(),
                        account.value(),
                        passkey.publicKey(),
                        passkey.count(),
                        passkey.synced(),
                        sealed(account, name))
                .update();
        if (stored != 1) throw new Refused("passkey.known");
    }

    /** Whether the passkey counted on since it was last used, or never counts; of two that tell the same count, one did. */
    public boolean used(Proof proof) {
        return jdbc.sql(
                                "UPDATE identity.passkey SET sign_count = :count, last_used_at = :hour WHERE factor_id = :factor"
                                        + " AND NOT suspected AND (sign_count < :count OR sign_count = 0 AND :count = 0)")
                        .param("count", proof.count())
                        .param("hour", Timestamp.from(clock.instant().truncatedTo(ChronoUnit.HOURS)))
                        .param("factor", proof.factor().value())
                        .update()
                == 1;
    }

    /** In the caller's transaction. */
    public void suspect(FactorId factor) {
        jdbc.sql("UPDATE identity.passkey SET suspected = true WHERE factor_id = ?")
                .param(factor.value())
                .update();
    }

    /** Whether there is such a passkey of theirs. */
    public boolean rename(AccountId account, FactorId factor, FactorName name) {
        return jdbc.sql("UPDATE identity.passkey SET name_box = ? WHERE account_id = ? AND factor_id = ?")
                        .params(sealed(account, name), account.value(), factor.value())
                        .update()
                == 1;
    }

    /** All of theirs. */
    public void forget(AccountId account) {
        jdbc.sql("DELETE FROM identity.passkey WHERE account_id = ?")
                .param(account.value())
                .update();
    }

    public void forget(FactorId factor) {
        jdbc.sql("DELETE FROM identity.passkey WHERE factor_id = ?")
                .param(factor.value())
                .update();
    }

    private String sealed(AccountId account, FactorName name) {
        return sealer.seal(account.value(), name.value()).box();
    }

    private static Known known(ResultSet row, int number) throws SQLException {
        return new Known(
                new FactorId(row.getObject("factor_id", UUID.class)),
                new AccountId(row.getObject("account_id", UUID.class)),
                row.getBytes("handle"),
                row.getBytes("public_key"),
                row.getBoolean("synced"),
                row.getBoolean("suspected"));
    }
}
