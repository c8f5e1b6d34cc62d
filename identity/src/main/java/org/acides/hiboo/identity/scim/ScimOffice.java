package org.acides.hiboo.identity.scim;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import org.acides.hiboo.catalog.api.ServiceState;
import org.acides.hiboo.identity.api.commands.ConnectScim;
import org.acides.hiboo.identity.api.commands.DisconnectScim;
import org.acides.hiboo.identity.api.commands.RetryScim;
import org.acides.hiboo.identity.api.events.ScimConnected;
import org.acides.hiboo.identity.api.events.ScimDisconnected;
import org.acides.hiboo.identity.service.Service;
import org.acides.hiboo.identity.service.Services;
import org.acides.hiboo.infrastructure.api.Refused;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.gateway.EventGateway;
import org.springframework.stereotype.Component;

/** What admins decide about which services are told. */
@Component
class ScimOffice {

    private static final int LONGEST_ADDRESS = 500;
    private static final int LONGEST_TOKEN = 4000;

    private final Targets targets;
    private final Services services;
    private final Deliveries deliveries;
    private final EventGateway events;
    private final Clock clock;

    ScimOffice(Targets targets, Services services, Deliveries deliveries, EventGateway events, Clock clock) {
        this.targets = targets;
        this.services = services;
        this.deliveries = deliveries;
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
        Instant now = clock.instant();
        targets.put(command.service(), command.endpoint(), token, now);
        deliveries.again(command.service());
        events.publish(new ScimConnected(command.service(), command.endpoint(), now));
    }

    @CommandHandler
    void handle(DisconnectScim command) {
        if (!targets.forget(command.service())) return;
        deliveries.forget(command.service());
        events.publish(new ScimDisconnected(command.service(), clock.instant()));
    }

    @CommandHandler
    void handle(RetryScim command) {
        deliveries.again(command.service());
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
