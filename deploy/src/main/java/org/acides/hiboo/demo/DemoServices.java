package org.acides.hiboo.demo;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.acides.hiboo.catalog.api.OidcClient;
import org.acides.hiboo.catalog.api.ServiceState;
import org.acides.hiboo.catalog.api.commands.ConfigureOidcClient;
import org.acides.hiboo.catalog.api.commands.OpenService;
import org.acides.hiboo.catalog.api.commands.RegisterService;
import org.acides.hiboo.catalog.api.commands.SetProfilePolicy;
import org.acides.hiboo.catalog.api.commands.SetUsernameRules;
import org.acides.hiboo.catalog.api.commands.StoreLogo;
import org.acides.hiboo.catalog.api.queries.FindService;
import org.acides.hiboo.catalog.api.queries.ServiceDetails;
import org.acides.hiboo.demo.cafe.Cafe;
import org.acides.hiboo.infrastructure.api.Actor;
import org.acides.hiboo.infrastructure.api.Commands;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryGateway;

/** Registers and opens the demo's services, those that are not open yet. */
final class DemoServices {

    private static final Actor ACTOR = Actor.system("demo");

    private final Commands commands;
    private final QueryGateway queries;

    DemoServices(Commands commands, QueryGateway queries) {
        this.commands = commands;
        this.queries = queries;
    }

    void open(URI cafe) {
        for (DemoService service : DemoService.all(cafe)) open(service, cafe);
    }

    private void open(DemoService service, URI cafe) {
        Optional<ServiceDetails> known = queries.query(
                        new FindService(service.id()), ResponseTypes.optionalInstanceOf(ServiceDetails.class))
                .join();
        if (known.isPresent() && known.get().state() != ServiceState.CLOSED) return;
        if (known.isEmpty()) {
            String logo = commands.send(new StoreLogo(service.logo()), ACTOR);
            commands.send(new RegisterService(service.id(), service.slug(), service.description(logo)), ACTOR);
        }
        commands.send(new SetProfilePolicy(service.id(), service.policy(), service.quota()), ACTOR);
        commands.send(new SetUsernameRules(service.id(), service.rules()), ACTOR);
        if (service.slug().equals(DemoService.CAFE))
            commands.send(new ConfigureOidcClient(service.id(), client(cafe)), ACTOR);
        else if (!service.callback().isEmpty())
            commands.send(new ConfigureOidcClient(service.id(), client(service)), ACTOR);
        commands.send(new OpenService(service.id()), ACTOR);
    }

    /** Public, with PKCE: the café keeps no secret, and needs none. */
    private static OidcClient client(URI cafe) {
        return new OidcClient(
                Cafe.CLIENT,
                List.of(Cafe.callback(cafe)),
                List.of(cafe),
                Set.of("none"),
                Set.of("authorization_code"),
                Set.of("openid", "profile", "email"),
                "ES256",
                "",
                true);
    }

    /** As the application's own makers document it. */
    private static OidcClient client(DemoService service) {
        return new OidcClient(
                service.slug(),
                List.of(URI.create(service.address()).resolve(service.callback())),
                List.of(),
                Set.of("client_secret_basic"),
                Set.of("authorization_code", "refresh_token"),
                Set.of("openid", "profile", "email"),
                "ES256",
                "",
                true);
    }
}
