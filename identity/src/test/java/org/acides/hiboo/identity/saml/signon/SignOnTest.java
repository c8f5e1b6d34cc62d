package org.acides.hiboo.identity.saml.signon;

import static org.acides.hiboo.identity.saml.TestXml.ASSERTION;
import static org.acides.hiboo.identity.saml.TestXml.PROTOCOL;
import static org.acides.hiboo.identity.saml.TestXml.first;
import static org.acides.hiboo.identity.saml.TestXml.has;
import static org.acides.hiboo.identity.saml.TestXml.signedBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.acides.hiboo.catalog.api.SamlServiceProvider.Binding;
import org.acides.hiboo.identity.api.ProfileId;
import org.acides.hiboo.identity.oidc.authorization.Browser;
import org.acides.hiboo.identity.saml.TestProvider;
import org.acides.hiboo.identity.saml.TestXml;
import org.junit.jupiter.api.Test;
import org.keycloak.saml.processing.core.util.XMLEncryptionUtil;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Who signs on to a service provider, as which profile, and what it is told. */
class SignOnTest extends SignOnLife {

    @Test
    void aMemberEntersAsTheirUsualProfileAndTheServiceIsToldThatAlone() {
        ProfileId profile = enteringAs();
        var request = request();
        HttpResponse<String> page = signOn(ada, request);
        assertThat(posted(page))
                .containsEntry("to", TestProvider.ACS.toString())
                .containsEntry("RelayState", "there");
        Element response = response(page).getDocumentElement();
        Element said = first(response, ASSERTION, "Assertion");
        assertThat(response.getAttribute("Destination")).isEqualTo(TestProvider.ACS.toString());
        assertThat(response.getAttribute("InResponseTo")).isEqualTo(request.id());
        assertThat(first(response, PROTOCOL, "StatusCode").getAttribute("Value"))
                .endsWith(":Success");
        assertThat(first(response, ASSERTION, "Issuer").getTextContent()).isEqualTo(ISSUER + "/saml/metadata");
        assertThat(first(said, ASSERTION, "Audience").getTextContent()).isEqualTo(wiki.entityId());
        assertThat(said.getElementsByTagNameNS(ASSERTION, "Audience").getLength())
                .isEqualTo(1);
        Element name = first(said, ASSERTION, "NameID");
        assertThat(name.getTextContent()).isEqualTo(subjects.of(service, profile));
        assertThat(name.getAttribute("Format")).isEqualTo("urn:oasis:names:tc:SAML:2.0:nameid-format:persistent");
        assertThat(name.getAttribute("SPNameQualifier")).isEqualTo(wiki.entityId());
        var live = profiles.find(profile).orElseThrow();
        assertThat(first(said, ASSERTION, "AttributeStatement").getTextContent())
                .isEqualTo(live.username() + live.username() + live.alias());
        assertThat(TestXml.text(said))
                .contains("Name=\"uid\"", "Name=\"urn:oid:0.9.2342.19200300.100.1.3\"", "Name=\"displayName\"")
                .doesNotContain(account.toString(), profile.toString());
    }

    @Test
    void anAssertionHoldsForFiveMinutesAtOneAddressAndInAnswerToOneRequest() {
        enteringAs();
        Instant before = clock.instant();
        var request = request();
        Element said = assertion(signOn(ada, request));
        Element bearer = first(said, ASSERTION, "SubjectConfirmationData");
        assertThat(bearer.getAttribute("Recipient")).isEqualTo(TestProvider.ACS.toString());
        assertThat(bearer.getAttribute("InResponseTo")).isEqualTo(request.id());
        assertThat(bearer.hasAttribute("NotBefore")).isFalse();
        Instant end = Instant.parse(bearer.getAttribute("NotOnOrAfter"));
        assertThat(end).isBetween(before.plusSeconds(299), before.plusSeconds(330));
        Element conditions = first(said, ASSERTION, "Conditions");
        assertThat(conditions.getAttribute("NotOnOrAfter")).isEqualTo(bearer.getAttribute("NotOnOrAfter"));
        assertThat(Instant.parse(conditions.getAttribute("NotBefore"))).isBefore(before);
    }

    @Test
    void responseAndAssertionAreEachSignedWithThePublishedKey() {
        enteringAs();
        Element response = response(signOn(ada, request())).getDocumentElement();
        assertThat(signedBy(response, ours())).isTrue();
        Document alone = TestXml.parse(TestXml.text(first(response, ASSERTION, "Assertion")));
        assertThat(signedBy(alone.getDocumentElement(), ours())).isTrue();
        assertThat(signedBy(
                        TestXml.parse(stranger().get("/saml/metadata").body()).getDocumentElement(), ours()))
                .isTrue();
    }

    @Test
    void aServiceWithACertificateForItGetsItsAssertionEncrypted() throws Exception {
        configure(wiki.definition(false, true, Binding.REDIRECT));
        ProfileId profile = enteringAs();
        Document response = response(signOn(ada, request()));
        assertThat(has(response.getDocumentElement(), ASSERTION, "Assertion")).isFalse();
        assertThat(TestXml.text(response))
                .contains("http://www.w3.org/2009/xmlenc11#aes256-gcm", "rsa-oaep-mgf1p")
                .doesNotContain(subjects.of(service, profile));
        assertThat(signedBy(response.getDocumentElement(), ours())).isTrue();
        Document closed =
                TestXml.parse(TestXml.text(first(response.getDocumentElement(), ASSERTION, "EncryptedAssertion")));
        Document alone = TestXml.parse(
                TestXml.text(XMLEncryptionUtil.decryptElementInDocument(closed, data -> List.of(wiki.key()))));
        assertThat(signedBy(alone.getDocumentElement(), ours())).isTrue();
        assertThat(alone.getDocumentElement().getTextContent()).contains(subjects.of(service, profile));
    }

    @Test
    void aRequestInAFormComesBackWithTheCookieThatTheFormDidNotBring() {
        configure(wiki.definition(true, false, Binding.REDIRECT));
        enteringAs();
        HttpResponse<String> asked = stranger()
                .submit(
                        "/saml/sso",
                        TestProvider.form("SAMLRequest", wiki.signed(request().xml()), "there"));
        assertThat(posted(through(ada, asked)))
                .containsEntry("RelayState", "there")
                .containsKey("SAMLResponse");
    }

    @Test
    void aSignedQueryIsAsGood() {
        configure(wiki.definition(true, false, Binding.REDIRECT));
        enteringAs();
        HttpResponse<String> asked =
                byQuery(ada, wiki.query("SAMLRequest", request().xml(), "there & back", true));
        assertThat(posted(through(ada, asked))).containsEntry("RelayState", "there & back");
    }

    @Test
    void whoIsNotSignedInSignsInFirstAndPicksAProfile() {
        HttpResponse<String> door = signOn(stranger(), request());
        Browser.Arrival signIn = Browser.arrival(door);
        assertThat(signIn.address()).startsWith("/sign-in?continue=");
        ProfileId profile = create(account, service, name());
        HttpResponse<String> page = picked(ada.get(signIn.fields().get("continue")), profile);
        assertThat(nameId(page)).isEqualTo(subjects.of(service, profile));
    }

    @Test
    void whenSomebodyProvedThemselvesIsNotTheSameForTwoProfiles() {
        ProfileId one = create(account, service, name());
        ProfileId other = create(account, service, name());
        String first = first(assertion(picked(signOn(ada, request()), one)), ASSERTION, "AuthnStatement")
                .getAttribute("AuthnInstant");
        String second = first(assertion(picked(signOn(ada, request()), other)), ASSERTION, "AuthnStatement")
                .getAttribute("AuthnInstant");
        assertThat(first).isNotEqualTo(second);
    }

    @Test
    void aClosedServiceIsExplainedByThePicker() {
        enteringAs();
        close(service);
        Browser.Arrival picker = Browser.arrival(signOn(ada, request()));
        assertThat(ada.get(picker.address()).body()).contains("closed for the moment");
    }

    @Test
    void onWhichDayTheyEnteredIsToldToTheMember() {
        ProfileId profile = enteringAs();
        assertThat(lastEntered(profile)).isNull();
        signOn(ada, request());
        assertThat(lastEntered(profile)).isEqualTo(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    }

    @Test
    void aMemberEntersFromHiboosHomeWithoutARequest() {
        ProfileId profile = enteringAs();
        HttpResponse<String> page = through(ada, ada.get("/saml/enter?service=" + service));
        assertThat(nameId(page)).isEqualTo(subjects.of(service, profile));
        assertThat(response(page).getDocumentElement().hasAttribute("InResponseTo"))
                .isFalse();
        assertThat(posted(page)).doesNotContainKey("RelayState");
    }

    @Test
    void noServletSessionIsEverMade() {
        enteringAs();
        for (String path : List.of("/saml/metadata", "/saml/enter?service=" + service, "/saml/go-on?ticket=x"))
            assertThat(ada.get(path).headers().allValues("Set-Cookie")).isEmpty();
    }
}
