package org.acides.hiboo.identity.scim;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.acides.hiboo.catalog.api.ServiceState;
import org.acides.hiboo.identity.api.ServiceRef;
import org.acides.hiboo.identity.api.commands.ConnectScim;
import org.acides.hiboo.identity.api.commands.DisconnectScim;
import org.acides.hiboo.identity.api.commands.RetryScim;
import org.acides.hiboo.identity.api.events.ScimConnected;
import org.acides.hiboo.identity.api.events.ScimDisconnected;
import org.acides.hiboo.identity.api.queries.FindScim;
import org.acides.hiboo.identity.api.queries.ScimState;
import org.acides.hiboo.identity.service.Service;
import org.acides.hiboo.identity.service.Services;
import org.acides.hiboo.infrastructure.api.Refused;
import org.acides.hiboo.infrastructure.api.Sealed;
import org.acides.hiboo.infrastructure.api.Sealer;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.gateway.EventGateway;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which services are told, as admins decide. */
@Component
class Targets {

    private static final int LONGEST_ADDRESS = 500;
    private static final int LONGEST_TOKEN = 4000;

    private final JdbcClient jdbc;
    private final Services services;
    private final Deliveries deliveries;
    private final Sealer sealer;
    private final EventGateway events;
    private final Clock clock;

    Targets(
            JdbcClient jdbc,
            Services services,
            Deliveries deliveries,
            Sealer sealer,
            EventGateway events,
            Clock clock) {
        this.jdbc = jdbc;
        this.services = services;
        this.deliveries = deliveries;
        this.sealer = sealer;
        this.events = events;
        this.clock = clock;
    }

    @CommandHandler
    void handle(ConnectScim command) {
        Service service = services.find(command.service()).orElseThrow(() -> new Refused("service.unknown"));
        if (service.state() == ServiceState.RETIRED) throw new Refused("service.retired");
        if (!isFine(command.endpoint())) throw new Refused("scim.endpoint-malformed", LONGEST_ADDRESS);
        String token = command.token();
        if (token.length() > LONGEST_TOKEN || !token.matches("[!-~]+"))
            throw new Refused("scim.token-malformed", LONGEST_TOKEN);
        forgetToken(command.service());
        Sealed<String> sealed = sealer.seal(UUID.randomUUID(), token);
        Instant now = clock.instant();
        jdbc.sql("INSERT INTO identity.scim_target (service_id, endpoint, token_subject, token_box, connected_at)"
                        + " VALUES (?, ?, ?, ?, ?) ON CONFLICT (service_id) DO UPDATE SET endpoint = EXCLUDED.endpoint,"
                        + " token_subject = EXCLUDED.token_subject, token_box = EXCLUDED.token_box,"
                        + " connected_at = EXCLUDED.connected_at")
                .param(command.service().value())
                .param(command.endpoint().toString())
                .param(sealed.subject())
                .param(sealed.box())
                .param(now.atOffset(ZoneOffset.UTC))
                .update();
        deliveries.again(command.service());
        events.publish(new ScimConnected(command.service(), command.endpoint(), now));
    }

    @CommandHandler
    void handle(DisconnectScim command) {
        if (!forgetToken(command.service())) return;
        jdbc.sql("DELETE FROM identity.scim_target WHERE service_id = ?")
                .param(command.service().value())
                .update();
        deliveries.forget(command.service());
        events.publish(new ScimDisconnected(command.service(), clock.instant()));
    }

    @CommandHandler
    void handle(RetryScim command) {
        deliveries.again(command.service());
    }

    @QueryHandler
    Optional<ScimState> handle(FindScim query) {
        return jdbc.sql("SELECT endpoint, connected_at,"
                        + " (SELECT count(*) FROM identity.scim_delivery d WHERE d.service_id = t.service_id"
                        + " AND NOT given_up) AS waiting,"
                        + " (SELECT count(*) FROM identity.scim_delivery d WHERE d.service_id = t.service_id"
                        + " AND given_up) AS given_up,"
                        + " (SELECT failure FROM identity.scim_delivery d WHERE d.service_id = t.service_id"
                        + " AND failure IS NOT NULL ORDER BY due_at DESC LIMIT 1) AS failure"
                        + " FROM identity.scim_target t WHERE service_id = ?")
                .param(query.service().value())
                .query((row, number) -> new ScimState(
                        URI.create(row.getString("endpoint")),
                        row.getObject("connected_at", OffsetDateTime.class).toInstant(),
                        row.getInt("waiting"),
                        row.getInt("given_up"),
                        row.getString("failure")))
                .optional();
    }

    /** Empty where the service is told nothing (any more). */
    Optional<Target> find(ServiceRef service) {
        return jdbc.sql("SELECT endpoint, token_subject, token_box FROM identity.scim_target WHERE service_id = ?")
                .param(service.value())
                .query((row, number) -> {
                    URI endpoint = URI.create(readEndpoint(row.getString("endpoint")));
                    return sealer.open(
                                    new Sealed<String>(
                                            row.getObject("token_subject", UUID.class), row.getString("token_box")),
                                    String.class)
                            .map(token -> new Target(endpoint, token));
                })
                .optional()
                .flatMap(found -> found);
    }

    private static String readEndpoint(String stored) {
        return stored.endsWith("/") ? stored.substring(0, stored.length() - 1) : stored;
    }

    /** @return whether there was one */
    private boolean forgetToken(ServiceRef service) {
        Optional<UUID> subject = jdbc.sql(
                        "SELECT token_subject FROM identity.scim_target WHERE service_id = ? FOR UPDATE")
                .param(service.value())
                .query(UUID.class)
                .optional();
        subject.ifPresent(sealer::erase);
        return subject.isPresent();
    }

    private static boolean isFine(URI endpoint) {
        boolean loopback =
                endpoint.getHost() != null && endpoint.getHost().matches("localhost|127\\.0\\.0\\.1|\\[::1]");
        return endpoint.getHost() != null
                && endpoint.getRawUserInfo() == null
                && endpoint.getRawQuery() == null
                && endpoint.getRawFragment() == null
                && endpoint.toString().length() <= LONGEST_ADDRESS
                && ("https".equals(endpoint.getScheme()) || "http".equals(endpoint.getScheme()) && loopback);
    }
}
