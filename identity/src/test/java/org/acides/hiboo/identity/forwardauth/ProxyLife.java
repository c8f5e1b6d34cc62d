package org.acides.hiboo.identity.forwardauth;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import org.acides.hiboo.catalog.api.ForwardAuth;
import org.acides.hiboo.catalog.api.ProfilePolicy;
import org.acides.hiboo.catalog.api.ServiceId;
import org.acides.hiboo.catalog.api.events.ForwardAuthConfigured;
import org.acides.hiboo.identity.api.ProfileId;
import org.acides.hiboo.identity.api.ServiceRef;
import org.acides.hiboo.identity.oidc.authorization.Browser;
import org.acides.hiboo.identity.oidc.authorization.OpenIdConnectLife;
import org.junit.jupiter.api.BeforeEach;

/** An application behind a proxy, and a member who comes to it. */
abstract class ProxyLife extends OpenIdConnectLife {

    ServiceRef wiki;
    Proxy proxy;

    @BeforeEach
    void anApplicationBehindAProxy() {
        wiki = service(ProfilePolicy.OPEN, 5);
        proxy = behind(wiki, "https://" + name() + ".example");
    }

    final Proxy behind(ServiceRef service, String... origins) {
        configure(service, origins);
        return new Proxy(ISSUER, "s" + service.toString().substring(0, 8), origins[0]);
    }

    final void configure(ServiceRef service, String... origins) {
        ForwardAuth settings =
                new ForwardAuth(List.of(origins).stream().map(URI::create).toList());
        catalogue.publish(new ForwardAuthConfigured(new ServiceId(service.value()), settings, clock.instant()));
    }

    final ProfileId usual(ServiceRef service) {
        ProfileId profile = create(account, service, name());
        choices.remember(account, service, profile);
        return profile;
    }

    /** From a page of the application to Hiboo's side of the door. */
    static String setOut(Proxy through, String uri) {
        HttpResponse<String> led = through.ask(uri);
        assertThat(led.statusCode()).isEqualTo(303);
        return Proxy.location(through.pass(Proxy.location(led)));
    }

    /** From Hiboo's side to the application's: the address with the code. */
    static String handedOver(Browser browser, String enter) {
        String arrive =
                browser.follow(enter.substring(ISSUER.toString().length())).address();
        assertThat(arrive).contains("/arrive?code=");
        return arrive;
    }

    /** All the way in. */
    static void enter(Browser browser, Proxy through) {
        HttpResponse<String> back = through.pass(handedOver(browser, setOut(through, "/")));
        assertThat(Proxy.location(back)).isEqualTo(through.origin + "/");
    }

    static int status(Proxy through) {
        return through.ask("/").statusCode();
    }
}
