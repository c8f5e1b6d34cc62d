package org.acides.hiboo.identity.upstream.visit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.SignedIn;
import org.acides.hiboo.identity.api.UpstreamId;
import org.acides.hiboo.identity.api.commands.OpenUpstream;
import org.acides.hiboo.identity.api.commands.RegisterUpstream;
import org.acides.hiboo.identity.oidc.authorization.OpenIdConnectLife;
import org.acides.hiboo.identity.signin.Browser;
import org.acides.hiboo.identity.signin.Browser.Page;
import org.acides.hiboo.identity.test.Post;
import org.acides.hiboo.identity.upstream.LinkedIdentities;
import org.springframework.beans.factory.annotation.Autowired;

/** Members here who are somebody elsewhere, too. */
abstract class UpstreamLife extends OpenIdConnectLife {

    @Autowired
    Post post;

    @Autowired
    LinkedIdentities identities;

    record Member(AccountId id, String login) {
        String address() {
            return login + "@example.org";
        }
    }

    Member member() {
        String login = name();
        AccountId id = registration.register(applicant(login, login + "@example.org", null));
        registration.verifyEmail(id);
        return new Member(id, login);
    }

    static Browser browser() {
        return new Browser(ISSUER);
    }

    static Browser signedIn(Member who) {
        Browser browser = browser();
        assertThat(browser.signIn(who.login(), PASSWORD).status()).isEqualTo(303);
        return browser;
    }

    SignedIn behind(Browser browser) {
        return sessions.find(browser.cookie("hiboo")).orElseThrow();
    }

    UpstreamId open(URI issuer, String name, String client, String secret, boolean trusted) {
        UpstreamId id = UpstreamId.random();
        commands.send(new RegisterUpstream(id, name, issuer, client, secret, trusted), ADMIN);
        commands.send(new OpenUpstream(id), ADMIN);
        return id;
    }

    /** Links them without going anywhere. */
    void linked(Member who, UpstreamId upstream, String subject) {
        identities.link(behind(signedIn(who)), upstream, subject);
    }

    /** Presses the provider's button. */
    static Page begin(Browser browser, UpstreamId upstream, String... more) {
        List<String> fields = new ArrayList<>(List.of("with", upstream.toString()));
        fields.addAll(List.of(more));
        Page page = browser.post("/sign-in/elsewhere", fields.toArray(String[]::new));
        assertThat(page.status()).as(page.text()).isEqualTo(303);
        return page;
    }

    static Map<String, String> asked(Page begun) {
        return org.acides.hiboo.identity.oidc.authorization.Browser.arrival(begun.location())
                .fields();
    }

    static void told(Page page, String why) {
        assertThat(page.location()).startsWith("/sign-in/elsewhere?why=" + why);
    }
}
