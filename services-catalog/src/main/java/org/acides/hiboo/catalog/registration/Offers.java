package org.acides.hiboo.catalog.registration;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.acides.hiboo.catalog.api.OfferId;
import org.acides.hiboo.catalog.api.ServiceId;
import org.acides.hiboo.catalog.api.commands.OfferRegistration;
import org.acides.hiboo.catalog.api.commands.WithdrawRegistrationOffer;
import org.acides.hiboo.catalog.api.events.RegistrationOfferWithdrawn;
import org.acides.hiboo.catalog.api.events.RegistrationOffered;
import org.acides.hiboo.catalog.api.queries.FindRegistrationOffers;
import org.acides.hiboo.catalog.api.queries.RegistrationOfferRow;
import org.acides.hiboo.infrastructure.api.Refused;
import org.acides.hiboo.infrastructure.secret.Secret;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.gateway.EventGateway;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Leave to register, as admins give and take it. */
@Component
class Offers {

    private static final int MOST_USES = 1000;
    private static final Duration LONGEST = Duration.ofDays(90);

    private final JdbcClient jdbc;
    private final Definitions definitions;
    private final EventGateway events;
    private final Clock clock;

    Offers(JdbcClient jdbc, Definitions definitions, EventGateway events, Clock clock) {
        this.jdbc = jdbc;
        this.definitions = definitions;
        this.events = events;
        this.clock = clock;
    }

    /** @param service whose client registers, or null for a new one */
    record Offer(OfferId id, @Nullable ServiceId service, boolean opens) {}

    @CommandHandler
    String handle(OfferRegistration command) {
        if (command.uses() < 1 || command.uses() > MOST_USES)
            throw new Refused("offer.uses-out-of-range", 1, MOST_USES);
        boolean brief = command.validFor().compareTo(Duration.ofMinutes(1)) < 0;
        if (brief || command.validFor().compareTo(LONGEST) > 0)
            throw new Refused("offer.valid-for-out-of-range", 1, LONGEST.toDays());
        ServiceId service = command.service();
        if (service != null) {
            if (command.uses() != 1) throw new Refused("offer.one-service-once");
            Definitions.Definition known = definitions.find(service).orElseThrow(() -> new Refused("service.unknown"));
            if (known.client() != null) throw new Refused("service.has-client");
        }
        OfferId id = OfferId.random();
        String token = Secret.fresh();
        Instant now = clock.instant();
        Instant endsAt = now.plus(command.validFor());
        jdbc.sql("INSERT INTO catalog.registration_offer (offer_id, hash, service_id, opens, uses, issued_at, ends_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)")
                .param(id.value())
                .param(Secret.digest(token))
                .param(service == null ? null : service.value())
                .param(command.opens())
                .param(command.uses())
                .param(now.atOffset(ZoneOffset.UTC))
                .param(endsAt.atOffset(ZoneOffset.UTC))
                .update();
        events.publish(new RegistrationOffered(id, service, command.opens(), command.uses(), endsAt, now));
        return token;
    }

    @CommandHandler
    void handle(WithdrawRegistrationOffer command) {
        List<Boolean> before = jdbc.sql(
                        "SELECT withdrawn FROM catalog.registration_offer WHERE offer_id = ? FOR UPDATE")
                .param(command.offerId().value())
                .query(Boolean.class)
                .list();
        if (before.isEmpty()) throw new Refused("offer.unknown");
        if (before.getFirst()) return;
        jdbc.sql("UPDATE catalog.registration_offer SET withdrawn = true WHERE offer_id = ?")
                .param(command.offerId().value())
                .update();
        events.publish(new RegistrationOfferWithdrawn(command.offerId(), clock.instant()));
    }

    /** Whether somebody could register with it now; that they may is decided when they do. */
    boolean holds(String token) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM catalog.registration_offer WHERE hash = ? AND used < uses"
                        + " AND NOT withdrawn AND ends_at > ?)")
                .param(Secret.digest(token))
                .param(clock.instant().atOffset(ZoneOffset.UTC))
                .query(Boolean.class)
                .single();
    }

    /** Uses the offer once, in the caller's transaction: should that fail, it is not used. */
    Optional<Offer> use(String token) {
        return jdbc.sql("UPDATE catalog.registration_offer SET used = used + 1 WHERE hash = ? AND used < uses"
                        + " AND NOT withdrawn AND ends_at > ? RETURNING offer_id, service_id, opens")
                .param(Secret.digest(token))
                .param(clock.instant().atOffset(ZoneOffset.UTC))
                .query((row, number) -> new Offer(
                        new OfferId(row.getObject("offer_id", UUID.class)), service(row), row.getBoolean("opens")))
                .optional();
    }

    @QueryHandler
    List<RegistrationOfferRow> handle(FindRegistrationOffers query) {
        return jdbc.sql("SELECT * FROM catalog.registration_offer ORDER BY issued_at DESC, offer_id LIMIT 200")
                .query((row, number) -> new RegistrationOfferRow(
                        new OfferId(row.getObject("offer_id", UUID.class)),
                        service(row),
                        row.getBoolean("opens"),
                        row.getInt("uses"),
                        row.getInt("used"),
                        row.getObject("issued_at", OffsetDateTime.class).toInstant(),
                        row.getObject("ends_at", OffsetDateTime.class).toInstant(),
                        row.getBoolean("withdrawn")))
                .list();
    }

    private static @Nullable ServiceId service(ResultSet row) throws SQLException {
        UUID id = row.getObject("service_id", UUID.class);
        return id == null ? null : new ServiceId(id);
    }
}
