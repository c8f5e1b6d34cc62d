package org.acides.hiboo.catalog.registration;

import java.security.MessageDigest;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.acides.hiboo.catalog.api.ServiceId;
import org.acides.hiboo.catalog.api.events.ClientRegistered;
import org.acides.hiboo.infrastructure.secret.Secret;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.gateway.EventGateway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The clients that registered themselves, and the tokens with which they come back (RFC 7592 §1.1). */
@Component
class Registered {

    private final JdbcClient jdbc;
    private final EventGateway events;

    Registered(JdbcClient jdbc, EventGateway events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    /** @param deletable its service came with it, and goes with it */
    record Client(String clientId, ServiceId service, boolean deletable, Instant registeredAt) {}

    @CommandHandler
    void handle(KeepClient command) {
        Client client = command.client();
        jdbc.sql("INSERT INTO catalog.registered_client (client_id, service_id, hash, deletable, registered_at)"
                        + " VALUES (?, ?, ?, ?, ?)")
                .param(client.clientId())
                .param(client.service().value())
                .param(Secret.digest(command.token()))
                .param(client.deletable())
                .param(client.registeredAt().atOffset(ZoneOffset.UTC))
                .update();
        events.publish(new ClientRegistered(
                client.service(), client.clientId(), command.offer(), command.secretId(), client.registeredAt()));
    }

    /** Empty when there is no such client (any more), or when the token is not its own. */
    Optional<Client> find(String clientId, String token) {
        return jdbc.sql("SELECT * FROM catalog.registered_client WHERE client_id = ?")
                .param(clientId)
                .query((row, number) -> MessageDigest.isEqual(row.getBytes("hash"), Secret.digest(token))
                        ? Optional.of(new Client(
                                clientId,
                                new ServiceId(row.getObject("service_id", UUID.class)),
                                row.getBoolean("deletable"),
                                row.getObject("registered_at", OffsetDateTime.class)
                                        .toInstant()))
                        : Optional.<Client>empty())
                .optional()
                .flatMap(found -> found);
    }
}
