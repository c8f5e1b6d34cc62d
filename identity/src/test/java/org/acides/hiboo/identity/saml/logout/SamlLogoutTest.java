package org.acides.hiboo.identity.saml.logout;

import static org.acides.hiboo.identity.saml.TestXml.signedBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.acides.hiboo.catalog.api.SamlServiceProvider.Binding;
import org.acides.hiboo.identity.oidc.authorization.Browser;
import org.acides.hiboo.identity.saml.Refusal.Why;
import org.acides.hiboo.identity.saml.TestProvider;
import org.acides.hiboo.identity.saml.TestXml;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

/** Who is signed out where, and who may ask for it. */
class SamlLogoutTest extends SamlLogoutLife {

    @Test
    void aServiceSignsItsMemberOutAndHearsThatItDid() {
        String request = asks("_asked", subjects.of(service, profile), index(), SLO, clock.instant());
        HttpResponse<String> back = ask(wiki.query("SAMLRequest", request, "gone", true));
        assertThat(Browser.arrival(back).address()).startsWith(TestProvider.SLO_ANSWERS + "?SAMLResponse=");
        assertThat(Browser.arrival(back).fields())
                .containsEntry("RelayState", "gone")
                .containsKey("Signature");
        Document answer = message(back, "SAMLResponse");
        assertThat(answer.getDocumentElement().getAttribute("InResponseTo")).isEqualTo("_asked");
        assertThat(answer.getDocumentElement().getAttribute("Destination"))
                .isEqualTo(TestProvider.SLO_ANSWERS.toString());
        assertThat(status(answer)).contains("status:Success").doesNotContain("PartialLogout");
        assertThat(signedIn()).isFalse();
    }

    @Test
    void byFormToo() {
        configure(wiki.definition(true, false, Binding.POST));
        String request = asks(subjects.of(service, profile), "");
        HttpResponse<String> asked =
                stranger().submit("/saml/slo", TestProvider.form("SAMLRequest", wiki.signed(request), ""));
        HttpResponse<String> back = go(Browser.arrival(asked).address());
        assertThat(posted(back)).containsEntry("to", TestProvider.SLO_ANSWERS.toString());
        String xml = new String(Base64.getDecoder().decode(posted(back).get("SAMLResponse")), StandardCharsets.UTF_8);
        assertThat(signedBy(TestXml.parse(xml).getDocumentElement(), ours())).isTrue();
        assertThat(signedIn()).isFalse();
    }

    @Test
    void nobodyIsSignedOutByAnUnsignedRequestNorByAnothersNorByAnOldOne() {
        String name = subjects.of(service, profile);
        refused(ask(wiki.query("SAMLRequest", asks(name, ""), "", false)), Why.UNSIGNED);
        refused(ask(wiki.impostor().query("SAMLRequest", asks(name, ""), "", true)), Why.SIGNATURE);
        String wrong = asks("_1", name, "", SSO, clock.instant());
        refused(ask(wiki.query("SAMLRequest", wrong, "", true)), Why.DESTINATION);
        String old = asks("_2", name, "", SLO, clock.instant().minus(Duration.ofMinutes(20)));
        refused(ask(wiki.query("SAMLRequest", old, "", true)), Why.TIME);
        String ended = asks(name, "").replace("Version=", "NotOnOrAfter=\"2020-01-01T00:00:00Z\" Version=");
        refused(ask(wiki.query("SAMLRequest", ended, "", true)), Why.TIME);
        refused(stranger().submit("/saml/slo", TestProvider.form("SAMLRequest", asks(name, ""), "")), Why.UNSIGNED);
        refused(
                ask(wiki.query(
                        "SAMLRequest", asks(name, "").replace(wiki.entityId(), "https://evil.example/"), "", true)),
                Why.UNKNOWN);
        assertThat(signedIn()).isTrue();
    }

    @Test
    void aRequestThatWasActedUponIsRefusedWhenItComesAgain() {
        String query = wiki.query("SAMLRequest", asks(subjects.of(service, profile), index()), "", true);
        ask(query);
        Browser again = signedIn(account);
        cookies = "hiboo=" + again.session().cookie();
        refused(ask(query), Why.STALE);
        assertThat(sessions.find(again.session().cookie())).isPresent();
    }

    @Test
    void onlyTheSessionThatIsMeantEnds() {
        HttpResponse<String> other =
                ask(wiki.query("SAMLRequest", asks(subjects.of(service, profile), "other"), "", true));
        assertThat(status(message(other, "SAMLResponse"))).contains("status:Success");
        ask(wiki.query("SAMLRequest", asks("somebody", ""), "", true));
        assertThat(signedIn()).isTrue();
        cookies = "none=none";
        ask(wiki.query("SAMLRequest", asks(subjects.of(service, profile), index()), "", true));
        assertThat(signedIn()).isTrue();
    }

    @Test
    void nobodyIsSentAnywhereByAWordOfSomebodyElses() {
        assertThat(Browser.arrival(go("/saml/leaving?told=x")).address()).isEqualTo("/sign-in?done=signed-out");
        assertThat(URI.create(Browser.arrival(send("/saml/slo?SAMLResponse=x")).address()))
                .hasPath("/saml/leaving");
        refused(send("/saml/leave?ticket=x"), Why.STALE);
        assertThat(signedIn()).isTrue();
    }
}
