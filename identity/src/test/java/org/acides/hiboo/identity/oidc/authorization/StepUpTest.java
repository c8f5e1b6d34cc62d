package org.acides.hiboo.identity.oidc.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.acides.hiboo.catalog.api.Assurance;
import org.acides.hiboo.catalog.api.ServiceId;
import org.acides.hiboo.catalog.api.events.RequiredAssuranceSet;
import org.acides.hiboo.identity.account.SecondFactors;
import org.acides.hiboo.identity.factor.Authenticators;
import org.acides.hiboo.identity.factor.Authenticators.Offer;
import org.acides.hiboo.identity.factor.Totp;
import org.acides.hiboo.identity.oidc.authorization.Browser.Arrival;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** How surely applications and services want to know who enters (OpenID Connect Core §3.1.2.1 and §5.5.1.1). */
class StepUpTest extends OpenIdConnectLife {

    private static final String PASSWORD_LEVEL = "urn:hiboo:acr:password";
    private static final String MFA = "urn:hiboo:acr:mfa";
    private static final String PHISHING_RESISTANT = "urn:hiboo:acr:phishing-resistant";
    private static final List<String> BY_PASSKEY = List.of("hwk", "user", "mfa");
    private static final String ESSENTIAL = "{\"id_token\":{\"acr\":{\"essential\":true,\"values\":[\"%s\"]}}}";

    @Autowired
    SecondFactors second;

    @Autowired
    Authenticators authenticators;

    /** What Ada's application was told. */
    private String secret = "";

    private void adaHasAFactor() {
        Offer offer = authenticators.offer(account);
        secret = offer.secret();
        second.enrolAuthenticator(account, offer.token(), Totp.code(secret, clock.instant()));
    }

    private Arrival proves(Arrival asked) {
        assertThat(asked.address()).startsWith("/second-step?continue=%2Foauth2%2Fauthorize");
        return Browser.arrival(ada.submit(
                "/second-step",
                Map.of("code", Totp.code(secret, clock.instant().plus(Totp.STEP)), "continue", asked.get("continue"))));
    }

    @Test
    void anEssentialLevelLeadsToTheSecondStepAloneAndIsToldToTheApplication() {
        usual();
        adaHasAFactor();
        Arrival back = proves(ada.follow(app.address("claims", ESSENTIAL.formatted(MFA))));
        Arrival entered = ada.follow(back.address());
        JsonNode tokens = app.tokens(entered.get("code"));
        JsonNode claims = Application.claims(tokens);
        assertThat(claims.get("acr").asString()).isEqualTo(MFA);
        assertThat(claims.get("amr").valueStream().map(JsonNode::asString)).containsExactly("pwd", "otp", "mfa");
        JsonNode introspected = Application.json(app.post(
                "/oauth2/introspect", "token=" + tokens.get("access_token").asString()));
        assertThat(introspected.get("acr").asString()).isEqualTo(MFA);
        assertThat(introspected.get("amr").valueStream().map(JsonNode::asString))
                .contains("otp");
    }

    @Test
    void whoHasNoFactorDoesNotReachIt() {
        usual();
        assertThat(ada.follow(app.address("claims", ESSENTIAL.formatted(MFA))).fields())
                .containsEntry("error", "unmet_authentication_requirements");
    }

    @Test
    void nobodyIsAskedWhereNobodyMayBe() {
        usual();
        assertThat(ada.follow(app.address("claims", ESSENTIAL.formatted(MFA), "prompt", "none"))
                        .fields())
                .containsEntry("error", "unmet_authentication_requirements");
        adaHasAFactor();
        assertThat(ada.follow(app.address("claims", ESSENTIAL.formatted(MFA), "prompt", "none"))
                        .fields())
                .containsEntry("error", "login_required");
        assertThat(ada.follow(app.address("acr_values", MFA, "prompt", "none")).fields())
                .containsKey("code");
    }

    @Test
    void aVoluntaryLevelIsAskedOfWhoeverCanReachIt() {
        usual();
        assertThat(ada.follow(app.address("acr_values", MFA)).fields()).containsKey("code");
        adaHasAFactor();
        assertThat(ada.follow(app.address("acr_values", PASSWORD_LEVEL + " " + MFA))
                        .fields())
                .containsKey("code");
        Arrival back = proves(ada.follow(app.address("acr_values", MFA)));
        assertThat(ada.follow(back.address()).fields()).containsKey("code");
    }

    @Test
    void whoIsKnownMoreSurelyThanAskedIsAnsweredTheLevelThatWasAsked() {
        usual();
        Browser sure = new Browser(ISSUER, sessions.begin(account, List.of("pwd", "otp", "mfa"), "Test"));
        Arrival entered = sure.follow(app.address("claims", ESSENTIAL.formatted(PASSWORD_LEVEL)));
        assertThat(Application.claims(app.tokens(entered.get("code")))
                        .get("acr")
                        .asString())
                .isEqualTo(PASSWORD_LEVEL);
        entered = sure.follow(app.address());
        assertThat(Application.claims(app.tokens(entered.get("code")))
                        .get("acr")
                        .asString())
                .isEqualTo(MFA);
    }

    @Test
    void aServiceThatRequiresASecondFactorLetsNobodyInWithout() {
        usual();
        catalogue.publish(new RequiredAssuranceSet(
                new ServiceId(app.service().value()), Assurance.SECOND_FACTOR, clock.instant()));
        Arrival enrol = ada.follow(app.address());
        assertThat(enrol.address()).startsWith("/factors/authenticator?for=service&continue=%2Foauth2%2Fauthorize");
        assertThat(ada.get(enrol.address()).body()).contains("asks for a second factor", "name=\"for\"");
        assertThat(ada.follow(app.address("prompt", "none")).fields())
                .containsEntry("error", "unmet_authentication_requirements");
        adaHasAFactor();
        Arrival back = proves(ada.follow(app.address()));
        assertThat(ada.follow(back.address()).fields()).containsKey("code");
    }

    @Test
    void whoHasAPasskeyThatARequestInsistsOnIsAskedUntilTheyUseIt() {
        usual();
        adaHasAFactor();
        String insisting = app.address("claims", ESSENTIAL.formatted(PHISHING_RESISTANT));
        assertThat(ada.follow(insisting).fields()).containsEntry("error", "unmet_authentication_requirements");
        adaHasAPasskey();
        assertThat(ada.follow(insisting + "&prompt=none").fields()).containsEntry("error", "login_required");
        for (List<String> less : List.of(List.of("pwd"), List.of("pwd", "otp", "mfa"))) {
            sessions.authenticatedAgain(ada.session().id(), less);
            Arrival asked = ada.follow(insisting);
            assertThat(asked.address()).startsWith("/second-step?");
            assertThat(ada.get(asked.address()).body()).contains("data-passkey=\"get\"");
        }
        sessions.authenticatedAgain(ada.session().id(), BY_PASSKEY);
        assertThat(ada.get("/second-step").statusCode()).isEqualTo(303);
        assertThat(Application.claims(app.tokens(ada.follow(insisting).get("code")))
                        .get("acr")
                        .asString())
                .isEqualTo(PHISHING_RESISTANT);
    }

    @Test
    void aServiceThatRequiresAPasskeyIsContentWithNoCode() {
        usual();
        adaHasAFactor();
        catalogue.publish(new RequiredAssuranceSet(
                new ServiceId(app.service().value()), Assurance.PHISHING_RESISTANT, clock.instant()));
        sessions.authenticatedAgain(ada.session().id(), List.of("pwd", "otp", "mfa"));
        Arrival enrol = ada.follow(app.address());
        assertThat(enrol.address()).startsWith("/factors/passkey?for=service&continue=%2Foauth2%2Fauthorize");
        assertThat(ada.get(enrol.address()).body()).contains("The service that you are going to asks for it.");
        adaHasAPasskey();
        String step = ada.get(ada.follow(app.address()).address()).body();
        assertThat(step).contains("nothing less than a passkey").doesNotContain("name=\"code\"");
        sessions.authenticatedAgain(ada.session().id(), BY_PASSKEY);
        assertThat(ada.follow(app.address()).fields()).containsKey("code");
    }

    private void adaHasAPasskey() {
        jdbc.sql("INSERT INTO identity.factor (factor_id, account_id, kind, enrolled_at)"
                        + " VALUES (gen_random_uuid(), ?, 'PASSKEY', now())")
                .param(account.value())
                .update();
    }
}
