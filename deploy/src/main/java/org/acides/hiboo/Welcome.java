package org.acides.hiboo;

import java.io.PrintStream;
import org.acides.hiboo.infrastructure.start.Home;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;

/** Tells the operator, once everything answers, what they need next: where to go and where the data is. */
class Welcome {

    private final Environment environment;

    Welcome(Environment environment) {
        this.environment = environment;
    }

    @EventListener
    void whenReady(ApplicationReadyEvent event) {
        PrintStream terminal = System.out;
        terminal.println("Hiboo is ready at http://localhost:" + environment.getProperty("local.server.port", "8080"));
        terminal.println("Its data is in " + Home.of(environment)
                + (environment.getProperty("hiboo.database.url", "").isBlank() ? "" : ", and in your database"));
    }
}
