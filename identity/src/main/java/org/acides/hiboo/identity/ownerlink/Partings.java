package org.acides.hiboo.identity.ownerlink;

import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.ProfileId;
import org.acides.hiboo.identity.api.ServiceRef;
import org.acides.hiboo.infrastructure.api.Keyring;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What an account may still read of profiles that it no longer holds: that one was there, on which service, and what became
 * of it. Each row lies under a tag of its own, so that nobody without the key joins two of them.
 */
@Component
public class Partings {

    private static final String KEY = "identity.gone-profile";
    private static final int LOOKED_FOR_AT_ONCE = 16;

    private final JdbcClient jdbc;
    private final Keyring keyring;
    private final OwnerBoxes owners;

    Partings(JdbcClient jdbc, Keyring keyring, OwnerBoxes owners) {
        this.jdbc = jdbc;
        this.keyring = keyring;
        this.owners = owners;
    }

    /** @param name of the event that it ended with */
    public record Parting(ServiceRef service, String name, Instant at) {}

    /** In the caller's transaction, while the owner can still be opened; without an owner nothing is kept. */
    public void keep(ProfileId profile, ServiceRef service, String name, Instant at) {
        owners.of(profile).ifPresent(owner -> keep(owner, service, name, at));
    }

    /** In the order in which they were kept. */
    public List<Parting> of(AccountId account) {
        List<Parting> all = new ArrayList<>();
        for (int number = 0; all.size() == number; number += LOOKED_FOR_AT_ONCE) {
            byte[][] tags = new byte[LOOKED_FOR_AT_ONCE][];
            for (int i = 0; i < LOOKED_FOR_AT_ONCE; i++) tags[i] = tag(account, number + i);
            all.addAll(jdbc.sql("SELECT service_id, name, at FROM identity.gone_profile WHERE tag = ANY(?) ORDER BY at")
                    .param(tags)
                    .query(Partings::parting)
                    .list());
        }
        return all;
    }

    /** In the caller's transaction: of a profile that the account never held, or holds no more. */
    public void keep(AccountId owner, ServiceRef service, String name, Instant at) {
        int number = 0;
        while (jdbc.sql("INSERT INTO identity.gone_profile (tag, service_id, name, at) VALUES (?, ?, ?, ?)"
                                + " ON CONFLICT (tag) DO NOTHING")
                        .params(tag(owner, number), service.value(), name, at.atOffset(ZoneOffset.UTC))
                        .update()
                == 0) number++;
    }

    private byte[] tag(AccountId account, int number) {
        return keyring.mac(
                KEY,
                ByteBuffer.allocate(20)
                        .putLong(account.value().getMostSignificantBits())
                        .putLong(account.value().getLeastSignificantBits())
                        .putInt(number)
                        .array());
    }

    private static Parting parting(ResultSet row, int number) throws SQLException {
        return new Parting(
                new ServiceRef(row.getObject("service_id", UUID.class)),
                row.getString("name"),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }
}
