package org.acides.hiboo.identity.saml.logout;

import static org.acides.hiboo.identity.saml.TestXml.ASSERTION;
import static org.acides.hiboo.identity.saml.TestXml.PROTOCOL;
import static org.acides.hiboo.identity.saml.TestXml.first;
import static org.acides.hiboo.identity.saml.TestXml.signedBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.acides.hiboo.catalog.api.ProfilePolicy;
import org.acides.hiboo.catalog.api.SamlServiceProvider.Binding;
import org.acides.hiboo.catalog.api.ServiceId;
import org.acides.hiboo.catalog.api.events.SamlServiceProviderConfigured;
import org.acides.hiboo.identity.api.ProfileId;
import org.acides.hiboo.identity.api.ServiceRef;
import org.acides.hiboo.identity.oidc.authorization.Browser;
import org.acides.hiboo.identity.saml.TestProvider;
import org.acides.hiboo.identity.saml.TestXml;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/** Whoever signs out of several services at once is led from one to the next. */
class RoundLogoutTest extends SamlLogoutLife {

    private String tells(TestProvider who, String inResponseTo, String status) {
        return "<samlp:LogoutResponse xmlns:samlp=\"" + PROTOCOL + "\" xmlns:saml=\"" + ASSERTION + "\" ID=\"_"
                + System.nanoTime() + "\" Version=\"2.0\" IssueInstant=\"" + clock.instant() + "\" Destination=\"" + SLO
                + "\" InResponseTo=\"" + inResponseTo + "\"><saml:Issuer>" + who.entityId()
                + "</saml:Issuer><samlp:Status><samlp:StatusCode Value=\"urn:oasis:names:tc:SAML:2.0:status:" + status
                + "\"/></samlp:Status></samlp:LogoutResponse>";
    }

    private TestProvider another(ServiceRef where) {
        TestProvider shop = TestProvider.named("https://shop.example/" + where);
        catalogue.publish(new SamlServiceProviderConfigured(
                new ServiceId(where.value()), shop.definition(false, false, Binding.POST), clock.instant()));
        choices.remember(account, where, create(account, where, name()));
        String xml = request().issuer(shop.entityId()).xml();
        posted(through(ada, byQuery(ada, shop.query("SAMLRequest", xml, "", false))));
        return shop;
    }

    private HttpResponse<String> signsOut() {
        HttpResponse<String> response = ada.submit("/sign-out", Map.of());
        keep(response);
        return go(Browser.arrival(response).address());
    }

    @Test
    void whoSignsOutOfHibooIsSignedOutOfEveryServiceInTurn() {
        ServiceRef shopping = service(ProfilePolicy.OPEN, 1);
        TestProvider shop = another(shopping);
        HttpResponse<String> first = signsOut();
        assertThat(signedIn()).isFalse();
        boolean wikiFirst = first.statusCode() == 303;
        HttpResponse<String> second = wikiFirst ? wikiAnswers(first) : shopAnswers(shop, first);
        HttpResponse<String> last = wikiFirst ? shopAnswers(shop, second) : wikiAnswers(second);
        assertThat(Browser.arrival(last).address()).isEqualTo("/sign-in?done=signed-out");
    }

    private HttpResponse<String> wikiAnswers(HttpResponse<String> asked) {
        Browser.Arrival there = Browser.arrival(asked);
        assertThat(there.address())
                .startsWith(TestProvider.SLO + "?SAMLRequest=")
                .contains("&Signature=");
        Element request = message(asked, "SAMLRequest").getDocumentElement();
        assertThat(first(request, ASSERTION, "NameID").getTextContent()).isEqualTo(subjects.of(service, profile));
        assertThat(first(request, PROTOCOL, "SessionIndex").getTextContent()).isEqualTo(index());
        return ask(wiki.query("SAMLResponse", tells(wiki, request.getAttribute("ID"), "Success"), "", true));
    }

    private HttpResponse<String> shopAnswers(TestProvider shop, HttpResponse<String> asked) {
        assertThat(posted(asked)).containsEntry("to", TestProvider.SLO.toString());
        String xml = new String(Base64.getDecoder().decode(posted(asked).get("SAMLRequest")), StandardCharsets.UTF_8);
        Element request = TestXml.parse(xml).getDocumentElement();
        assertThat(signedBy(request, ours())).isTrue();
        assertThat(xml).doesNotContain(subjects.of(service, profile), index());
        String answer = shop.signed(tells(shop, request.getAttribute("ID"), "Success"));
        HttpResponse<String> told = stranger().submit("/saml/slo", TestProvider.form("SAMLResponse", answer, ""));
        return go(Browser.arrival(told).address());
    }

    @Test
    void aServiceThatAskedHearsWhenAnotherDidNotDoItsPart() {
        another(service(ProfilePolicy.OPEN, 1));
        HttpResponse<String> shopAsked =
                ask(wiki.query("SAMLRequest", asks(subjects.of(service, profile), index()), "", true));
        assertThat(posted(shopAsked)).containsKey("SAMLRequest");
        String unsigned = tells(wiki, "_whatever", "Success");
        HttpResponse<String> back = ask(wiki.query("SAMLResponse", unsigned, "", false));
        assertThat(status(message(back, "SAMLResponse"))).contains("PartialLogout");
        assertThat(signedIn()).isFalse();
    }

    @Test
    void whatABrowserCarriesRoundIsNotReadableNorForged() {
        another(service(ProfilePolicy.OPEN, 1));
        HttpResponse<String> response = ada.submit("/sign-out", Map.of());
        keep(response);
        String carried = cookies.substring(cookies.indexOf('=') + 1);
        assertThat(new String(Base64.getUrlDecoder().decode(carried), StandardCharsets.ISO_8859_1))
                .doesNotContain(profile.toString(), service.toString());
        for (String forged : List.of("", "x", carried.substring(4), carried + "AAAA")) {
            cookies = "hiboo-leaving=" + forged;
            assertThat(Browser.arrival(go("/saml/leaving")).address()).isEqualTo("/sign-in?done=signed-out");
        }
    }

    @Test
    void aSessionThatIsOverLeavesNothingBehind() {
        assertThat(rows()).isEqualTo(1);
        sessions.end(account, ada.session().id());
        assertThat(rows()).isZero();
    }

    private int rows() {
        return jdbc.sql("SELECT count(*) FROM identity.saml_session WHERE profile_id = ?")
                .param(profile.value())
                .query(Integer.class)
                .single();
    }

    @Test
    void aBrowserIsSignedOnToAServiceAsOneProfileAtATime() {
        ProfileId other = create(account, service, name());
        choices.remember(account, service, other);
        posted(signOn(ada, request()));
        assertThat(rows()).isZero();
    }
}
