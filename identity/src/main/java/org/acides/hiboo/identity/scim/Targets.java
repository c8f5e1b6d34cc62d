package org.acides.hiboo.identity.scim;

import java.net.URI;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.acides.hiboo.identity.api.ServiceRef;
import org.acides.hiboo.identity.api.queries.FindScim;
import org.acides.hiboo.identity.api.queries.ScimState;
import org.acides.hiboo.infrastructure.api.Sealed;
import org.acides.hiboo.infrastructure.api.Sealer;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which services are told, where, and with which token. */
@Component
class Targets {

    private final JdbcClient jdbc;
    private final Sealer sealer;

    Targets(JdbcClient jdbc, Sealer sealer) {
        this.jdbc = jdbc;
        this.sealer = sealer;
    }

    /** In place of what was there: the token before is destroyed. */
    void put(ServiceRef service, URI endpoint, String token, Instant now) {
        forgetToken(service);
        Sealed<String> sealed = sealer.seal(UUID.randomUUID(), token);
        jdbc.sql("INSERT INTO identity.scim_target (service_id, endpoint, token_subject, token_box, connected_at)"
                        + " VALUES (?, ?, ?, ?, ?) ON CONFLICT (service_id) DO UPDATE SET endpoint = EXCLUDED.endpoint,"
                        + " token_subject = EXCLUDED.token_subject, token_box = EXCLUDED.token_box,"
                        + " connected_at = EXCLUDED.connected_at")
                .param(service.value())
                .param(endpoint.toString())
                .param(sealed.subject())
                .param(sealed.box())
                .param(now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** @return whether there was one */
    boolean forget(ServiceRef service) {
        if (!forgetToken(service)) return false;
        jdbc.sql("DELETE FROM identity.scim_target WHERE service_id = ?")
                .param(service.value())
                .update();
        return true;
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
}
