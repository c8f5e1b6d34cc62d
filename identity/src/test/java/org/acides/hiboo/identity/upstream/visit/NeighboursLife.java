package org.acides.hiboo.identity.upstream.visit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.acides.hiboo.catalog.api.OidcClient;
import org.acides.hiboo.catalog.api.ProfilePolicy;
import org.acides.hiboo.catalog.api.ServiceId;
import org.acides.hiboo.catalog.api.events.OidcClientConfigured;
import org.acides.hiboo.identity.api.ServiceRef;
import org.acides.hiboo.identity.api.UpstreamId;
import org.acides.hiboo.identity.api.commands.ChangeUpstream;
import org.acides.hiboo.identity.api.commands.IssueClientSecret;
import org.acides.hiboo.identity.api.commands.IssuedSecret;
import org.acides.hiboo.identity.api.commands.OpenUpstream;
import org.acides.hiboo.identity.signin.Browser;
import org.acides.hiboo.identity.signin.Browser.Page;
import org.acides.hiboo.identity.upstream.Issuers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;

/** Two communities: this very Hiboo twice, where somebody else is at home in another browser. */
abstract class NeighboursLife extends UpstreamLife {

    private static @Nullable UpstreamId known;
    private static @Nullable ServiceRef client;

    UpstreamId neighbour;
    Member there;
    Browser thereBrowser;
    Member here;

    @BeforeEach
    void twoCommunities() {
        if (known == null) meet("the-neighbours");
        neighbour = known;
        commands.send(new OpenUpstream(neighbour), ADMIN);
        commands.send(new ChangeUpstream(neighbour, "the neighbours", null, false), ADMIN);
        there = atHomeThere();
        thereBrowser = signedIn(there);
        here = member();
    }

    private void meet(String clientId) {
        client = service(ProfilePolicy.OPEN, 5);
        OidcClient configured = new OidcClient(
                clientId,
                List.of(URI.create(ISSUER + Issuers.callback(ISSUER))),
                List.of(),
                Set.of("client_secret_basic"),
                Set.of("authorization_code"),
                Set.of("openid"),
                "ES256",
                "",
                true,
                null,
                null,
                false);
        catalogue.publish(new OidcClientConfigured(new ServiceId(client.value()), configured, clock.instant()));
        IssuedSecret secret = commands.send(new IssueClientSecret(client, Duration.ZERO), ADMIN);
        known = open(ISSUER, "the neighbours", clientId, secret.secret(), false);
    }

    Member atHomeThere() {
        Member member = member();
        choices.remember(member.id(), client, create(member.id(), client, name()));
        return member;
    }

    /** Goes where the neighbours lead, proves there who one is if asked, and comes back with their answer. */
    String answer(Page begun) {
        String next = begun.location().substring(ISSUER.toString().length());
        for (int i = 0; i < 5 && !next.startsWith(Issuers.callback(ISSUER)); i++) {
            Page page = next.startsWith("/sign-in?")
                    ? thereBrowser.signIn(there.login(), PASSWORD, "again", "true", "continue", onward(next))
                    : thereBrowser.open(next);
            assertThat(page.status()).as(next + " " + page.text()).isEqualTo(303);
            next = page.location().replace(ISSUER.toString(), "");
        }
        return next;
    }

    static String onward(String address) {
        return org.acides.hiboo.identity.oidc.authorization.Browser.arrival(address)
                .get("continue");
    }

    void link() {
        Browser browser = signedIn(here);
        Page begun = browser.post("/factors/elsewhere", "with", neighbour.toString());
        assertThat(browser.open(answer(begun)).location()).isEqualTo("/sessions");
    }

    Browser enter() {
        Browser browser = browser();
        assertThat(browser.open(answer(begin(browser, neighbour))).location()).isEqualTo("/");
        return browser;
    }

    int count(String from) {
        return jdbc.sql("SELECT count(*) FROM " + from).query(Integer.class).single();
    }
}
