package org.acides.hiboo.identity.oidc.client;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.acides.hiboo.identity.api.commands.IssueClientSecret;
import org.acides.hiboo.identity.api.commands.IssuedSecret;
import org.acides.hiboo.identity.api.events.ClientSecretIssued;
import org.acides.hiboo.infrastructure.api.Refused;
import org.acides.hiboo.infrastructure.secret.Secret;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.gateway.EventGateway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Issues client secrets. At most three hold at a time: the newest, and two that are being replaced. */
@Component
class ClientSecrets {

    private static final int LIVE = 3;
    private static final Duration LONGEST = Duration.ofDays(30);

    private final JdbcClient jdbc;
    private final EventGateway events;
    private final Clock clock;

    ClientSecrets(JdbcClient jdbc, EventGateway events, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    @CommandHandler
    IssuedSecret handle(IssueClientSecret command) {
        if (command.overlap().isNegative() || command.overlap().compareTo(LONGEST) > 0)
            throw new IllegalArgumentException("overlap: zero to 30 days");
        UUID service = command.service().value();
        // The row stays locked until the commit: two who issue at once do so one after the other.
        String clientId = jdbc.sql("UPDATE identity.oidc_client c SET version = nextval('identity.oidc_client_version')"
                        + " FROM identity.service s WHERE c.service_id = ? AND s.service_id = c.service_id"
                        + " AND s.state <> 'RETIRED' RETURNING c.client_id")
                .param(service)
                .query(String.class)
                .optional()
                .orElseThrow(() -> new Refused("service.no-client"));
        Instant now = clock.instant();
        Instant previousEnd = now.plus(command.overlap());
        endPrevious(service, now, previousEnd);
        UUID id = UUID.randomUUID();
        String secret = Secret.fresh();
        jdbc.sql("INSERT INTO identity.oidc_client_secret (secret_id, service_id, hash, issued_at) VALUES (?, ?, ?, ?)")
                .param(id)
                .param(service)
                .param(Secret.digest(secret))
                .param(now.atOffset(ZoneOffset.UTC))
                .update();
        events.publish(new ClientSecretIssued(command.service(), clientId, id, previousEnd, now));
        return new IssuedSecret(clientId, secret);
    }

    private void endPrevious(UUID service, Instant now, Instant end) {
        jdbc.sql("UPDATE identity.oidc_client_secret SET ends_at = least(ends_at, ?) WHERE service_id = ?")
                .param(end.atOffset(ZoneOffset.UTC))
                .param(service)
                .update();
        jdbc.sql("DELETE FROM identity.oidc_client_secret WHERE service_id = ? AND (ends_at <= ? OR secret_id NOT IN"
                        + " (SELECT secret_id FROM identity.oidc_client_secret WHERE service_id = ?"
                        + " ORDER BY issued_at DESC, secret_id LIMIT ?))")
                .param(service)
                .param(now.atOffset(ZoneOffset.UTC))
                .param(service)
                .param(LIVE - 1)
                .update();
    }
}
