package org.acides.hiboo.identity.oidc.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.acides.hiboo.identity.oidc.authorization.Browser.Arrival;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Services that the community does not run ask before they learn anything. */
class ConsentTest extends OpenIdConnectLife {

    private String alias;

    @BeforeEach
    void aServiceOfSomebodyElse() {
        app = application(false, "client_secret_basic");
        alias = profiles.find(usual()).orElseThrow().alias();
    }

    private HttpResponse<String> decide(Arrival at, String decision) {
        return ada.submit("/oauth2/consent", Map.of("state", at.get("state"), "decision", decision));
    }

    @Test
    void thePageSaysWhatTheServiceLearns() {
        Arrival page = ada.follow(app.address("scope", "openid email offline_access"));
        assertThat(page.address()).startsWith("/oauth2/consent?");
        HttpResponse<String> shown = ada.get(page.address());
        assertThat(shown.body().replace("<wbr>", ""))
                .contains("Enter Mastodon", alias, "at any time")
                .doesNotContain("the username", "??", "<script");
        assertThat(shown.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("form-action 'self' https://app.example");
    }

    @Test
    void whoAgreesEntersAndIsNotAskedAgain() {
        Arrival back = Browser.arrival(decide(ada.follow(app.address()), "allow"));
        assertThat(back.fields()).containsKey("code").containsEntry("state", "a state & more");
        assertThat(app.redeem(back.get("code")).statusCode()).isEqualTo(200);
        assertThat(ada.follow(app.address()).fields()).containsKey("code");
        assertThat(ada.follow(app.address("scope", "openid offline_access")).address())
                .startsWith("/oauth2/consent?");
        assertThat(ada.follow(app.address("prompt", "consent")).address()).startsWith("/oauth2/consent?");
    }

    @Test
    void whoDeclinesEntersNotAndWithdrawsWhatTheyAgreedTo() {
        decide(ada.follow(app.address()), "allow");
        Arrival back = Browser.arrival(decide(ada.follow(app.address("prompt", "consent")), "deny"));
        assertThat(back.fields())
                .containsEntry("error", "access_denied")
                .containsEntry("state", "a state & more")
                .containsEntry("iss", ISSUER.toString());
        assertThat(ada.follow(app.address()).address()).startsWith("/oauth2/consent?");
    }

    @Test
    void whoDeclinesAMomentAfterAgreeingTakesTheCodeBack() {
        Arrival page = ada.follow(app.address());
        String code = Browser.arrival(decide(page, "allow")).get("code");
        assertThat(Browser.arrival(decide(page, "deny")).fields()).containsEntry("error", "access_denied");
        assertThat(Application.error(app.redeem(code))).isEqualTo("invalid_grant");
    }

    @Test
    void whatDeclinersAgreedToBeforeEndsWithItsTokens() {
        String code = Browser.arrival(decide(ada.follow(app.address("scope", "openid offline_access")), "allow"))
                .get("code");
        String refresh = app.tokens(code).get("refresh_token").asString();
        decide(ada.follow(app.address("prompt", "consent")), "deny");
        assertThat(Application.error(app.post(
                        "/oauth2/token",
                        Browser.form(Map.of("grant_type", "refresh_token", "refresh_token", refresh)))))
                .isEqualTo("invalid_grant");
    }

    @RepeatedTest(10)
    void ofBothAnswersAtOnceTheRefusalHolds() throws Exception {
        Arrival page = ada.follow(app.address());
        try (var clicks = Executors.newFixedThreadPool(2)) {
            List<Future<HttpResponse<String>>> answers = clicks.invokeAll(
                    List.<Callable<HttpResponse<String>>>of(() -> decide(page, "allow"), () -> decide(page, "deny")));
            HttpResponse<String> allowed = answers.getFirst().get();
            if (allowed.statusCode() == 303)
                assertThat(Application.error(app.redeem(Browser.arrival(allowed).get("code"))))
                        .isEqualTo("invalid_grant");
            else assertThat(allowed.statusCode()).isEqualTo(400);
            assertThat(answers.getLast().get().statusCode()).isIn(303, 400);
        }
    }

    @Test
    void silentlyConsentIsMissing() {
        assertThat(ada.follow(app.address("prompt", "none")).fields()).containsEntry("error", "consent_required");
    }

    @Test
    void aTamperedOrAnsweredStateAndAnothersAreRefused() {
        Arrival page = ada.follow(app.address());
        Browser other = signedIn(register());
        assertThat(other.get(page.address()).statusCode()).isEqualTo(400);
        assertThat(other.submit("/oauth2/consent", Map.of("state", page.get("state"), "decision", "allow"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(ada.get(page.address() + "x").statusCode()).isEqualTo(400);
        decide(page, "deny");
        HttpResponse<String> twice = decide(page, "allow");
        assertThat(twice.statusCode()).isEqualTo(400);
        assertThat(twice.body()).contains("answered already");
    }

    /** The browser lets go of the first answer, and follows the second. */
    @Test
    void aDoubleClickLeadsOnAsOneDoes() throws Exception {
        Arrival page = ada.follow(app.address());
        List<Arrival> answers = new ArrayList<>();
        try (var clicks = Executors.newFixedThreadPool(2)) {
            for (Future<HttpResponse<String>> each : clicks.invokeAll(
                    List.<Callable<HttpResponse<String>>>of(() -> decide(page, "allow"), () -> decide(page, "allow"))))
                answers.add(Browser.arrival(each.get()));
        }
        assertThat(answers).allSatisfy(answer -> assertThat(answer.get("state")).isEqualTo("a state & more"));
        assertThat(answers.get(0).get("code")).isNotEqualTo(answers.get(1).get("code"));
        assertThat(app.redeem(answers.get(1).get("code")).statusCode()).isEqualTo(200);
    }

    @Test
    void aSecondClickAMomentLaterLeadsOnToo() {
        Arrival page = ada.follow(app.address());
        decide(page, "allow");
        assertThat(app.redeem(Browser.arrival(decide(page, "allow")).get("code"))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void anAnswerIsNotGivenAgainLater() {
        Arrival page = ada.follow(app.address());
        decide(page, "allow");
        jdbc.sql("UPDATE identity.oidc_pending SET ends_at = ends_at - interval '31 seconds'")
                .update();
        assertThat(decide(page, "allow").statusCode()).isEqualTo(400);
    }

    /** Whoever reads the page for long is not punished; whoever leaves it for an hour begins anew at the application. */
    @Test
    void aQuestionWaitsForAnHour() {
        Arrival page = ada.follow(app.address());
        jdbc.sql("UPDATE identity.oidc_pending SET ends_at = ends_at - interval '59 minutes'")
                .update();
        assertThat(ada.get(page.address()).statusCode()).isEqualTo(200);
        jdbc.sql("UPDATE identity.oidc_pending SET ends_at = ends_at - interval '1 minute'")
                .update();
        assertThat(ada.get(page.address()).statusCode()).isEqualTo(400);
        assertThat(decide(page, "allow").statusCode()).isEqualTo(400);
    }

    @Test
    void anAnswerToAFormTravelsInAForm() {
        Arrival page = ada.follow(app.address("response_mode", "form_post"));
        assertThat(decide(page, "allow").body()).contains("name=\"code\"");
    }

    @Test
    void promptConsentAsksForServicesOfTheCommunityToo() {
        Application ours = application(true, "client_secret_basic");
        usual(account, ours);
        assertThat(ada.follow(ours.address("prompt", "consent")).address()).startsWith("/oauth2/consent?");
    }
}
