package org.acides.hiboo.identity.saml.logout;

import static org.acides.hiboo.identity.saml.TestXml.ASSERTION;
import static org.acides.hiboo.identity.saml.TestXml.PROTOCOL;
import static org.acides.hiboo.identity.saml.TestXml.first;
import static org.acides.hiboo.identity.saml.TestXml.signedBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.acides.hiboo.catalog.api.ProfilePolicy;
import org.acides.hiboo.catalog.api.SamlServiceProvider.Binding;
import org.acides.hiboo.catalog.api.ServiceId;
import org.acides.hiboo.catalog.api.events.SamlServiceProviderConfigured;
import org.acides.hiboo.identity.api.ProfileId;
import org.acides.hiboo.identity.api.ServiceRef;
import org.acides.hiboo.identity.oidc.Subjects;
import org.acides.hiboo.identity.oidc.authorization.Browser;
import org.acides.hiboo.identity.saml.Refusal.Why;
import org.acides.hiboo.identity.saml.SamlLife;
import org.acides.hiboo.identity.saml.TestProvider;
import org.acides.hiboo.identity.saml.TestXml;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Who is signed out where, and who may ask for it. */
class SamlLogoutTest extends SamlLife {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

    @Autowired
    Subjects subjects;

    private ProfileId profile;
    private String cookies;

    @BeforeEach
    void adaIsSignedOn() {
        profile = enteringAs();
        posted(signOn(ada, request()));
        cookies = "hiboo=" + ada.session().cookie();
    }

    private boolean signedIn() {
        return sessions.find(ada.session().cookie()).isPresent();
    }

    private String index() {
        return subjects.session(ada.session().id(), profile);
    }

    private String asks(String name, String index) {
        return asks("_" + System.nanoTime(), name, index, SLO, clock.instant());
    }

    private String asks(String id, String name, String index, String destination, Instant at) {
        return "<samlp:LogoutRequest xmlns:samlp=\"" + PROTOCOL + "\" xmlns:saml=\"" + ASSERTION + "\" ID=\"" + id
                + "\" Version=\"2.0\" IssueInstant=\"" + at + "\" Destination=\"" + destination + "\"><saml:Issuer>"
                + wiki.entityId() + "</saml:Issuer><saml:NameID>" + name + "</saml:NameID>"
                + (index.isEmpty() ? "" : "<samlp:SessionIndex>" + index + "</samlp:SessionIndex>")
                + "</samlp:LogoutRequest>";
    }

    private String tells(TestProvider who, String inResponseTo, String status) {
        return "<samlp:LogoutResponse xmlns:samlp=\"" + PROTOCOL + "\" xmlns:saml=\"" + ASSERTION + "\" ID=\"_"
                + System.nanoTime() + "\" Version=\"2.0\" IssueInstant=\"" + clock.instant() + "\" Destination=\"" + SLO
                + "\" InResponseTo=\"" + inResponseTo + "\"><saml:Issuer>" + who.entityId()
                + "</saml:Issuer><samlp:Status><samlp:StatusCode Value=\"urn:oasis:names:tc:SAML:2.0:status:" + status
                + "\"/></samlp:Status></samlp:LogoutResponse>";
    }

    /** A browser that keeps the cookies it gets, and stops in front of every other site. */
    private HttpResponse<String> go(String path) {
        HttpResponse<String> response = send(path);
        while (response.statusCode() == 303
                && response.headers().firstValue("Location").orElseThrow().startsWith("/saml/"))
            response = send(response.headers().firstValue("Location").orElseThrow());
        return response;
    }

    private HttpResponse<String> send(String path) {
        try {
            HttpResponse<String> response = HTTP.send(
                    HttpRequest.newBuilder(ISSUER.resolve(path))
                            .header("Cookie", cookies)
                            .header("Accept-Language", "en")
                            .build(),
                    BodyHandlers.ofString());
            keep(response);
            return response;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private void keep(HttpResponse<String> response) {
        for (String set : response.headers().allValues("Set-Cookie"))
            if (set.startsWith("hiboo-leaving=")) cookies = set.substring(0, set.indexOf(';'));
    }

    private HttpResponse<String> ask(String query) {
        return go("/saml/slo?" + query);
    }

    private static Document message(HttpResponse<String> redirect, String name) {
        Browser.Arrival there = Browser.arrival(redirect);
        byte[] deflated = Base64.getDecoder().decode(there.fields().get(name));
        try (var in = new InflaterInputStream(new ByteArrayInputStream(deflated), new Inflater(true))) {
            return TestXml.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String status(Document answer) {
        return TestXml.text(first(answer.getDocumentElement(), PROTOCOL, "Status"));
    }

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

    @Test
    void nobodyIsSentAnywhereByAWordOfSomebodyElses() {
        assertThat(Browser.arrival(go("/saml/leaving?told=x")).address()).isEqualTo("/sign-in?done=signed-out");
        assertThat(URI.create(Browser.arrival(send("/saml/slo?SAMLResponse=x")).address()))
                .hasPath("/saml/leaving");
        refused(send("/saml/leave?ticket=x"), Why.STALE);
        assertThat(signedIn()).isTrue();
    }
}
