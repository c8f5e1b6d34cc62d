package org.acides.hiboo.identity.saml.signon;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.acides.hiboo.catalog.api.SamlServiceProvider.Binding;
import org.acides.hiboo.catalog.api.ServiceId;
import org.acides.hiboo.catalog.api.events.ServiceRetired;
import org.acides.hiboo.identity.oidc.authorization.Browser;
import org.acides.hiboo.identity.saml.AuthnRequest;
import org.acides.hiboo.identity.saml.Refusal.Why;
import org.acides.hiboo.identity.saml.SamlLife;
import org.acides.hiboo.identity.saml.TestProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Requests that somebody made up, changed, or sends again. Nobody is answered but the person who brings them. */
class HostileRequestsTest extends SamlLife {

    @BeforeEach
    void adaWouldEnterAtOnce() {
        enteringAs();
    }

    private void mustSign() {
        configure(wiki.definition(true, false, Binding.REDIRECT));
    }

    private HttpResponse<String> unsigned(AuthnRequest request) {
        return signOn(ada, request);
    }

    private HttpResponse<String> posted(String xml) {
        return through(ada, ada.submit("/saml/sso", TestProvider.form("SAMLRequest", xml, "")));
    }

    @Test
    void fromNobodyThatIsRegistered() {
        refused(unsigned(request().issuer("https://evil.example/")), Why.UNKNOWN);
        refused(
                unsigned(request().issuer("https://evil.example/\u0001".replace("\u0001", "x".repeat(900)))),
                Why.UNKNOWN);
        catalogue.publish(new ServiceRetired(new ServiceId(service.value()), clock.instant()));
        refused(unsigned(request()), Why.UNKNOWN);
    }

    @Test
    void toBeAnsweredAtAForeignAddress() {
        for (String address : List.of(
                "https://evil.example/acs",
                TestProvider.ACS + "/",
                TestProvider.ACS + "?x=1",
                "https://wiki.example:443/acs",
                "HTTPS://WIKI.EXAMPLE/acs",
                "javascript:alert(1)"))
            refused(unsigned(request().with("AssertionConsumerServiceURL", address)), Why.CONSUMER);
        refused(
                unsigned(
                        request().with("AssertionConsumerServiceURL", null).with("AssertionConsumerServiceIndex", "9")),
                Why.CONSUMER);
        refused(unsigned(request().with("AssertionConsumerServiceIndex", "0")), Why.CONSUMER);
    }

    @Test
    void meantForSomebodyElse() {
        refused(unsigned(request().with("Destination", "https://other.example/sso")), Why.DESTINATION);
        refused(unsigned(request().with("Destination", ISSUER + "/saml/slo")), Why.DESTINATION);
        refused(
                byQuery(
                        ada,
                        wiki.query(
                                "SAMLRequest",
                                request().with("Destination", null).xml(),
                                "",
                                true)),
                Why.DESTINATION);
    }

    @Test
    void oldOrFromTheFuture() {
        String old = clock.instant().minus(Duration.ofMinutes(20)).toString();
        String early = clock.instant().plus(Duration.ofMinutes(20)).toString();
        refused(unsigned(request().with("IssueInstant", old)), Why.TIME);
        refused(unsigned(request().with("IssueInstant", early)), Why.TIME);
        refused(unsigned(request().with("IssueInstant", "yesterday")), Why.MALFORMED);
    }

    @Test
    void answeredOnceAndSentAgain() {
        String query = wiki.query("SAMLRequest", request().xml(), "", true);
        posted(through(ada, byQuery(ada, query)));
        refused(through(ada, byQuery(ada, query)), Why.STALE);
        refused(through(signedIn(account), byQuery(ada, query)), Why.STALE);
    }

    @Test
    void declinedOnceAndSentAgain() {
        String query = wiki.query(
                "SAMLRequest", request().context("exact", "urn:x:gold").xml(), "", true);
        declined(through(ada, byQuery(ada, query)), "NoAuthnContext");
        refused(through(ada, byQuery(ada, query)), Why.STALE);
    }

    @Test
    void ofEightWhoGoOnWithOneRequestAtOnceOneIsAnswered() throws Exception {
        String goOn = Browser.arrival(
                        byQuery(ada, wiki.query("SAMLRequest", request().xml(), "", true)))
                .address();
        List<Callable<Integer>> all = new ArrayList<>();
        for (int i = 0; i < 8; i++) all.add(() -> ada.get(goOn).statusCode());
        List<Integer> outcomes = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (Future<Integer> one : threads.invokeAll(all)) outcomes.add(one.get());
        }
        assertThat(outcomes).containsOnly(200, 400).containsOnlyOnce(200);
    }

    @Test
    void unsignedWhereItHasToBeSigned() {
        mustSign();
        refused(unsigned(request()), Why.UNSIGNED);
        refused(posted(request().xml()), Why.UNSIGNED);
    }

    @Test
    void signedBySomebodyElse() {
        for (boolean must : List.of(true, false)) {
            configure(wiki.definition(must, false, Binding.REDIRECT));
            refused(byQuery(ada, wiki.impostor().query("SAMLRequest", request().xml(), "", true)), Why.SIGNATURE);
            refused(posted(wiki.impostor().signed(request().xml())), Why.SIGNATURE);
        }
    }

    @Test
    void changedSinceItWasSigned() {
        String query = wiki.query("SAMLRequest", request().xml(), "there", true);
        refused(byQuery(ada, query.replace("RelayState=there", "RelayState=elsewhere")), Why.SIGNATURE);
        refused(byQuery(ada, query.replace("&RelayState=there", "")), Why.SIGNATURE);
        String other = wiki.query("SAMLRequest", request().xml(), "there", false);
        refused(byQuery(ada, other + query.substring(query.indexOf("&SigAlg"))), Why.SIGNATURE);
        String signed = wiki.signed(request().xml());
        refused(posted(signed.replace(TestProvider.ACS.toString(), TestProvider.OTHER_ACS.toString())), Why.SIGNATURE);
    }

    @Test
    void signedInAWayThatProvesNothing() {
        String query = wiki.query("SAMLRequest", request().xml(), "", false);
        refused(
                byQuery(ada, wiki.sign(query, "http://www.w3.org/2000/09/xmldsig#rsa-sha1", "SHA1withRSA")),
                Why.SIGNATURE);
        refused(byQuery(ada, wiki.sign(query, "none", "SHA256withRSA")), Why.SIGNATURE);
        refused(byQuery(ada, query + "&Signature=AAAA"), Why.MALFORMED);
        refused(byQuery(ada, wiki.query("SAMLRequest", wiki.signed(request().xml()), "", false)), Why.SIGNATURE);
    }

    @Test
    void saidTwice() {
        String query = wiki.query("SAMLRequest", request().xml(), "", true);
        String other = wiki.query("SAMLRequest", request().xml(), "", false);
        refused(byQuery(ada, query + "&" + other), Why.MALFORMED);
        refused(byQuery(ada, other + "&" + query), Why.MALFORMED);
        refused(byQuery(ada, query + "&RelayState=a&RelayState=b"), Why.MALFORMED);
        refused(byQuery(ada, query + "&%53AMLRequest=" + other.substring(12)), Why.MALFORMED);
    }

    @Test
    void largerThanAnyRequest() {
        String padded = request().xml().replace("</samlp:AuthnRequest>", " ".repeat(70_000) + "</samlp:AuthnRequest>");
        refused(byQuery(ada, wiki.query("SAMLRequest", padded, "", false)), Why.MALFORMED);
        byte[] bomb = TestProvider.deflate(new byte[3_000_000]);
        assertThat(bomb.length).isLessThan(4000);
        refused(
                byQuery(
                        ada,
                        "SAMLRequest=" + TestProvider.encode(Base64.getEncoder().encodeToString(bomb))),
                Why.MALFORMED);
        refused(posted(padded), Why.MALFORMED);
        assertThat(ada.submit("/saml/sso", Map.of("SAMLRequest", "A".repeat(200_000)))
                        .statusCode())
                .isEqualTo(413);
        assertThat(ada.get("/saml/sso?SAMLRequest=" + "A".repeat(7_000)).statusCode())
                .isEqualTo(400);
        refused(signOnWith("x".repeat(2001)), Why.MALFORMED);
    }

    private HttpResponse<String> signOnWith(String relayState) {
        return ada.submit(
                "/saml/sso", TestProvider.form("SAMLRequest", request().xml(), relayState));
    }

    @Test
    void noRequestAtAll() {
        for (String query : List.of("", "SAMLRequest=", "SAMLRequest=%%%", "SAMLRequest=AAAA", "SAMLResponse=AAAA"))
            assertThat(ada.get("/saml/sso?" + query.replace("%%%", "%25%25")).statusCode())
                    .isEqualTo(400);
        for (String xml : List.of("", "<a/>", "<<", "\u0000", request().xml().replace("AuthnRequest", "LogoutRequest")))
            refused(posted(xml), Why.MALFORMED);
        refused(unsigned(request().with("Version", "1.1")), Why.MALFORMED);
        refused(unsigned(request().with("ID", null)), Why.MALFORMED);
        refused(unsigned(request().with("ID", "0 1")), Why.MALFORMED);
    }

    @Test
    void aTicketOfSomebodyElsesMaking() {
        String goOn = Browser.arrival(
                        byQuery(ada, wiki.query("SAMLRequest", request().xml(), "", false)))
                .address();
        int dot = goOn.indexOf('.');
        for (String forged : List.of(
                goOn.substring(0, dot),
                goOn + "A",
                goOn.substring(0, dot - 4) + "AAAA" + goOn.substring(dot),
                "/saml/go-on")) refused(ada.get(forged), Why.STALE);
        assertThat(ada.get(goOn).statusCode()).isEqualTo(200);
    }

    @Test
    void fromHomeWhereThatIsNotWanted() {
        refused(ada.get("/saml/enter?service=nonsense"), Why.UNKNOWN);
        refused(ada.get("/saml/enter?service=" + app.service()), Why.UNKNOWN);
        var shut = wiki.definition(false, false, Binding.REDIRECT);
        configure(new org.acides.hiboo.catalog.api.SamlServiceProvider(
                shut.entityId(),
                shut.consumers(),
                shut.logout(),
                shut.signingCertificates(),
                "",
                false,
                shut.nameId(),
                shut.attributes(),
                false));
        refused(ada.get("/saml/enter?service=" + service), Why.FROM_HOME);
    }
}
