package org.acides.hiboo.demo;

import java.io.IOException;
import java.time.Clock;
import org.acides.hiboo.demo.cafe.Cafe;
import org.acides.hiboo.identity.account.Accounts;
import org.acides.hiboo.identity.account.Registration;
import org.acides.hiboo.identity.account.SecondFactors;
import org.acides.hiboo.identity.factor.Authenticators;
import org.acides.hiboo.identity.factor.Factors;
import org.acides.hiboo.infrastructure.api.Commands;
import org.acides.hiboo.infrastructure.start.Home;
import org.acides.hiboo.infrastructure.web.PublicAddress;
import org.axonframework.queryhandling.QueryGateway;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** The demo: its community, once, and its café, as long as Hiboo runs. Only with {@code hiboo.demo=true}. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty("hiboo.demo")
public class DemoConfiguration {

    @Bean
    Cafe cafe(@Value("${hiboo.demo-port:8090}") int port, @Value("${hiboo.address}") String issuer) throws IOException {
        return new Cafe(port, issuer.replaceAll("/+$", ""));
    }

    @Bean
    DemoAuthenticator demoAuthenticator(
            Environment environment,
            Authenticators authenticators,
            SecondFactors second,
            Factors factors,
            Clock clock) {
        return new DemoAuthenticator(Home.of(environment), authenticators, second, factors, clock);
    }

    @Bean
    ApplicationListener<ApplicationReadyEvent> demoCommunity(
            Commands commands,
            QueryGateway queries,
            Registration registration,
            Accounts accounts,
            @Value("${hiboo.terms.version:1}") String terms,
            DemoAuthenticator authenticator,
            PublicAddress address,
            Cafe cafe) {
        return ready -> {
            new DemoServices(commands, queries).open(cafe.home());
            new DemoCaptcha(commands).register(address.origin());
            new DemoMembers(commands, registration, accounts, terms, DemoService.all(cafe.home()), authenticator)
                    .join();
            cafe.show(authenticator::codes);
            System.out.println("Demo: sign in at the café, " + cafe.home() + ", as hulotte, "
                    + "or at Hiboo itself as the admin grandduc; everybody's password is " + DemoMember.PASSWORD
                    + ", and the staff's codes are at " + cafe.home().resolve("/codes"));
        };
    }
}
