package org.acides.hiboo.identity.profile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.acides.hiboo.identity.api.GiftId;
import org.acides.hiboo.identity.api.ServiceRef;
import org.acides.hiboo.identity.api.events.GiftIssued;
import org.acides.hiboo.identity.api.events.GiftWithdrawn;
import org.acides.hiboo.identity.api.queries.FindGifts;
import org.acides.hiboo.identity.api.queries.GiftRow;
import org.acides.hiboo.infrastructure.api.Refused;
import org.acides.hiboo.infrastructure.secret.Secret;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The gifts there are, and the digests of their secrets. */
@Component
@ProcessingGroup("lookup.identity.gift")
public class Gifts {

    private static final String USABLE =
            " FROM identity.profile_gift g WHERE g.gift_id = s.gift_id AND g.service_id = ?"
                    + " AND s.digest = ? AND NOT s.used AND NOT g.withdrawn AND g.expires_at > ?";

    private final JdbcClient jdbc;
    private final Clock clock;

    Gifts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Whether the secret makes a profile on the service now. Looking uses nothing up. */
    public boolean usable(String secret, ServiceRef service) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM identity.profile_gift_secret s WHERE EXISTS (SELECT 1" + USABLE
                        + "))")
                .params(service.value(), Secret.digest(secret), now())
                .query(Boolean.class)
                .single();
    }

    /**
     * In the caller's transaction, which gives it back when it is undone; of two at once, one waits for that to be known.
     *
     * @throws Refused {@code gift.unknown}
     */
    void use(String secret, ServiceRef service) {
        int used = jdbc.sql("UPDATE identity.profile_gift_secret s SET used = true" + USABLE)
                .params(service.value(), Secret.digest(secret), now())
                .update();
        if (used == 0) throw new Refused("gift.unknown");
    }

    void keep(GiftId id, String secret) {
        jdbc.sql("INSERT INTO identity.profile_gift_secret (gift_id, digest) VALUES (?, ?)")
                .params(id.value(), Secret.digest(secret))
                .update();
    }

    Optional<ServiceRef> serviceOf(GiftId id) {
        return jdbc.sql("SELECT service_id FROM identity.profile_gift WHERE gift_id = ?")
                .param(id.value())
                .query(UUID.class)
                .optional()
                .map(ServiceRef::new);
    }

    @QueryHandler
    List<GiftRow> handle(FindGifts query) {
        return jdbc.sql("SELECT g.gift_id, coalesce(s.used, false) AS used, g.withdrawn, g.expires_at, g.issued_at"
                        + " FROM identity.profile_gift g LEFT JOIN identity.profile_gift_secret s USING (gift_id)"
                        + " WHERE g.service_id = ? ORDER BY g.issued_at DESC, g.gift_id LIMIT 100")
                .param(query.service().value())
                .query(Gifts::row)
                .list();
    }

    @EventHandler
    void on(GiftIssued event) {
        jdbc.sql("INSERT INTO identity.profile_gift (gift_id, service_id, expires_at, issued_at) VALUES (?, ?, ?, ?)")
                .params(event.giftId().value(), event.service().value())
                .params(event.expiresAt().atOffset(ZoneOffset.UTC), event.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    @EventHandler
    void on(GiftWithdrawn event) {
        jdbc.sql("UPDATE identity.profile_gift SET withdrawn = true WHERE gift_id = ?")
                .param(event.giftId().value())
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static GiftRow row(ResultSet row, int number) throws SQLException {
        return new GiftRow(
                new GiftId(row.getObject("gift_id", UUID.class)),
                row.getBoolean("used"),
                row.getBoolean("withdrawn"),
                row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                row.getObject("issued_at", OffsetDateTime.class).toInstant());
    }
}
