package org.acides.hiboo.identity.saml.signon;

import static org.acides.hiboo.identity.saml.TestXml.ASSERTION;
import static org.acides.hiboo.identity.saml.TestXml.first;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.acides.hiboo.identity.account.SecondFactors;
import org.acides.hiboo.identity.api.ProfileId;
import org.acides.hiboo.identity.factor.Authenticators;
import org.acides.hiboo.identity.factor.Authenticators.Offer;
import org.acides.hiboo.identity.factor.Totp;
import org.acides.hiboo.identity.oidc.authorization.Browser;
import org.acides.hiboo.identity.saml.TestProvider;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.w3c.dom.Element;

/** What a service may ask of a sign-on, and what it is answered. */
class AskedSignOnTest extends SignOnLife {

    private static final String PASSWORD = "urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport";
    private static final String TWO_FACTORS = "https://refeds.org/profile/mfa";

    @Autowired
    SecondFactors second;

    @Autowired
    Authenticators authenticators;

    @Test
    void forceAuthnAsksForProofOnceMoreAndSaysWhenItWasGiven() {
        enteringAs();
        long second = clock.instant().getEpochSecond();
        Awaitility.await().until(() -> clock.instant().getEpochSecond() > second + 1);
        Browser.Arrival door = Browser.arrival(signOn(ada, request().with("ForceAuthn", "true")));
        assertThat(door.address()).startsWith("/sign-in?");
        assertThat(door.fields()).containsEntry("again", "true");
        sessions.authenticatedAgain(ada.session().id(), List.of("pwd"));
        Element said = assertion(ada.get(door.fields().get("continue")));
        Instant proved = Instant.parse(first(said, ASSERTION, "AuthnStatement").getAttribute("AuthnInstant"));
        assertThat(proved).isBetween(clock.instant().minusSeconds(20), clock.instant());
    }

    @Test
    void passivelyNobodyIsShownAnything() {
        declined(signOn(stranger(), request().with("IsPassive", "true")), "NoPassive");
        declined(signOn(ada, request().with("IsPassive", "1")), "NoPassive");
        enteringAs();
        assertThat(nameId(signOn(ada, request().with("IsPassive", "true")))).isNotEmpty();
        close(service);
        declined(signOn(ada, request().with("IsPassive", "true")), "RequestDenied");
    }

    @Test
    void aLevelThatIsReachedIsNamedAsItWasAskedForAndAnotherIsDeclined() {
        enteringAs();
        for (String comparison : List.of("exact", "minimum", "maximum")) {
            Element said = assertion(signOn(ada, request().context(comparison, "urn:x:gold", PASSWORD)));
            assertThat(first(said, ASSERTION, "AuthnContextClassRef").getTextContent())
                    .isEqualTo(PASSWORD);
        }
        String own = "urn:hiboo:acr:password";
        Element said = assertion(signOn(ada, request().context("exact", own)));
        assertThat(first(said, ASSERTION, "AuthnContextClassRef").getTextContent())
                .isEqualTo(own);
        declined(signOn(ada, request().context("exact", "urn:x:gold")), "NoAuthnContext");
        declined(signOn(ada, request().context("better", PASSWORD)), "NoAuthnContext");
    }

    @Test
    void aSecondFactorThatIsAskedForIsProvedOnTheWayAndWhereNobodyHasOneTheServiceIsTold() {
        enteringAs();
        declined(signOn(ada, request().context("exact", TWO_FACTORS)), "NoAuthnContext");
        Offer offer = authenticators.offer(account);
        second.enrolAuthenticator(account, offer.token(), Totp.code(offer.secret(), clock.instant()));
        declined(signOn(ada, request().context("exact", TWO_FACTORS).with("IsPassive", "true")), "NoPassive");

        Browser.Arrival step = Browser.arrival(signOn(ada, request().context("minimum", TWO_FACTORS)));
        assertThat(step.address()).startsWith("/second-step?continue=%2Fsaml%2F");
        String code = Totp.code(offer.secret(), clock.instant().plus(Totp.STEP));
        HttpResponse<String> back = ada.submit("/second-step", Map.of("code", code, "continue", step.get("continue")));
        Element said = assertion(through(ada, back));
        assertThat(first(said, ASSERTION, "AuthnContextClassRef").getTextContent())
                .isEqualTo(TWO_FACTORS);
        declined(signOn(ada, request().context("exact", "urn:hiboo:acr:phishing-resistant")), "NoAuthnContext");
    }

    @Test
    void theServiceAsksForAnotherKindOfNameAmongThoseThatItMayHave() {
        ProfileId profile = enteringAs();
        String email = "urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress";
        assertThat(nameId(signOn(ada, request().name(email))))
                .isEqualTo(profiles.find(profile).orElseThrow().alias());
        String fleeting = "urn:oasis:names:tc:SAML:2.0:nameid-format:transient";
        String here = nameId(signOn(ada, request().name(fleeting)));
        assertThat(here).isEqualTo(nameId(signOn(ada, request().name(fleeting))));
        assertThat(here).isNotEqualTo(nameId(signOn(signedIn(account), request().name(fleeting))));
        declined(
                signOn(ada, request().name("urn:oasis:names:tc:SAML:1.1:nameid-format:X509SubjectName")),
                "InvalidNameIDPolicy");
    }

    @Test
    void anAnswerThatCannotBeGivenSoIsDeclined() {
        declined(
                signOn(ada, request().with("ProtocolBinding", "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Artifact")),
                "UnsupportedBinding");
    }

    @Test
    void theAnswerGoesWhereItWasAskedToGoAmongTheRegisteredAddresses() {
        enteringAs();
        String other = TestProvider.OTHER_ACS.toString();
        assertThat(posted(signOn(ada, request().with("AssertionConsumerServiceURL", other))))
                .containsEntry("to", other);
        assertThat(posted(signOn(
                        ada,
                        request()
                                .with("AssertionConsumerServiceURL", null)
                                .with("AssertionConsumerServiceIndex", "3"))))
                .containsEntry("to", other);
        assertThat(posted(signOn(ada, request().with("AssertionConsumerServiceURL", null))))
                .containsEntry("to", TestProvider.ACS.toString());
    }

    @Test
    void theServiceSaysWhomItMeans() {
        ProfileId one = create(account, service, name());
        ProfileId other = create(account, service, name());
        String meant = subjects.of(service, one);
        assertThat(nameId(signOn(ada, request().subject(meant).with("IsPassive", "true"))))
                .isEqualTo(meant);
        declined(picked(signOn(ada, request().subject(meant)), other), "UnknownPrincipal");
        declined(signOn(signedIn(register()), request().subject(meant).with("IsPassive", "true")), "UnknownPrincipal");
    }
}
