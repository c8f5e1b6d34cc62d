package org.acides.hiboo;

import java.io.PrintStream;
import java.util.Optional;
import org.acides.hiboo.identity.api.queries.FindFirstAdminLink;
import org.acides.hiboo.infrastructure.start.Home;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryGateway;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;

/** Tells the operator, once everything answers, what they need next: where to go and where the data is. */
class Welcome {

    private final Environment environment;
    private final QueryGateway queries;

    Welcome(Environment environment, QueryGateway queries) {
        this.environment = environment;
        this.queries = queries;
    }

    @EventListener
    void whenReady(ApplicationReadyEvent event) {
        PrintStream terminal = System.out;
        firstAdmin().ifPresent(link -> terminal.println("Make the first admin: " + link));
        terminal.println("Hiboo is ready at http://localhost:" + environment.getProperty("local.server.port", "8080"));
        terminal.println("Its data is in " + Home.of(environment)
                + (environment.getProperty("hiboo.database.url", "").isBlank() ? "" : ", and in your database"));
    }

    /** A link while nobody is an admin, another at each start. The demo brings an admin of its own. */
    private Optional<String> firstAdmin() {
        if (environment.getProperty("hiboo.demo", Boolean.class, false)) return Optional.empty();
        return queries.query(new FindFirstAdminLink(), ResponseTypes.optionalInstanceOf(String.class))
                .join();
    }
}
