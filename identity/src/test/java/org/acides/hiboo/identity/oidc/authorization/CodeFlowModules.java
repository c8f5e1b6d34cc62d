package org.acides.hiboo.identity.oidc.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/**
 * The modules of {@code oidcc-basic-certification-test-plan}, which is also the form-post plan's, each under the name that
 * the suite gives it: what its relying party does, and what it demands.
 */
abstract class CodeFlowModules extends SignInModules {

    @Test
    @DisplayName("oidcc-server")
    void theFlowAsItIsMeant() throws Exception {
        Round round = round();
        valid(round);
        assertThat(round.answer()).containsEntry("state", "a state & more").containsEntry("iss", ISSUER.toString());
        assertThat(code(round.answer())).hasSizeGreaterThanOrEqualTo(32);
        assertThat(round.claims().get("nonce").asString()).isEqualTo("n-0S6");
        assertThat(userinfo(round).get("sub")).isEqualTo(round.claims().get("sub"));
    }

    @Test
    @DisplayName("oidcc-response-type-missing")
    void aMissingResponseTypeIsTold() {
        assertThat(ask("-response_type", "").get("error")).isIn("invalid_request", "unsupported_response_type");
    }

    @Test
    @DisplayName("oidcc-userinfo-get, oidcc-userinfo-post-header, oidcc-userinfo-post-body")
    void userInfoIsToldThreeWays() {
        Round round = round();
        JsonNode told = userinfo(round);
        HttpResponse<String> header =
                Browser.send(bearing(round).POST(BodyPublishers.noBody()).build());
        assertThat(Application.json(header)).isEqualTo(told);
        HttpResponse<String> body = form(
                "/userinfo",
                Map.of("access_token", round.tokens().get("access_token").asString()));
        assertThat(Application.json(body)).isEqualTo(told);
    }

    @Test
    @DisplayName("oidcc-ensure-request-without-nonce-succeeds-for-code-flow")
    void aNonceIsTheApplicationsChoice() throws Exception {
        Round round = round("-nonce", "");
        valid(round);
        assertThat(round.claims().has("nonce")).isFalse();
    }

    @Test
    @DisplayName("oidcc-scope-profile, oidcc-scope-email")
    void aScopeBringsItsClaims() {
        assertThat(userinfo(round("scope", "openid profile"))
                        .get("preferred_username")
                        .asString())
                .isNotBlank();
        JsonNode mail = userinfo(round("scope", "openid email"));
        assertThat(mail.get("email").asString()).contains("@");
        assertThat(mail.get("email_verified").isBoolean()).isTrue();
    }

    /** The suite skips these three, for discovery names neither scope; asked for anyway, they change nothing. */
    @Test
    @DisplayName("oidcc-scope-address, oidcc-scope-phone, oidcc-scope-all")
    void whatNobodyKnowsOfAMemberIsNotOffered() throws Exception {
        JsonNode offered = Application.json(stranger().get("/.well-known/openid-configuration"))
                .get("scopes_supported");
        assertThat(offered.toString()).doesNotContain("address", "phone");
        valid(round("scope", "openid profile email address phone"));
    }

    @Test
    @DisplayName("oidcc-ensure-other-scope-order-succeeds")
    void scopesHaveNoOrder() throws Exception {
        valid(round("scope", "email openid"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "oidcc-display-page, display, page",
        "oidcc-display-popup, display, popup",
        "oidcc-login-hint, login_hint, bob@example.com",
        "oidcc-ui-locales, ui_locales, se",
        "oidcc-claims-locales, claims_locales, se",
        "oidcc-ensure-request-with-unknown-parameter-succeeds, extra, foobar",
    })
    void whatMayBeIgnoredIsNoError(String module, String name, String value) throws Exception {
        valid(round(name, value));
        assertThat(stranger().follow(request(name, value)).address()).as(module).startsWith("/sign-in?");
    }

    @Test
    @DisplayName("oidcc-codereuse, oidcc-codereuse-30seconds")
    void aCodeIsGoodOnceAndItsTokensEndWithTheSecondTry() {
        Round round = round();
        HttpResponse<String> again = app.redeem(code(round.answer()));
        assertThat(again.statusCode()).isEqualTo(400);
        assertThat(Application.error(again)).isEqualTo("invalid_grant");
        assertThat(Browser.send(bearing(round).GET().build()).statusCode()).isEqualTo(401);
    }

    @Test
    @DisplayName("oidcc-ensure-registered-redirect-uri")
    void nobodyIsLedWhereNoApplicationRegistered() {
        HttpResponse<String> page = ada.get(request("redirect_uri", Application.REDIRECT + "/other"));
        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.headers().firstValue("Location")).isEmpty();
        assertThat(page.body()).doesNotContain("/callback/other");
    }

    /** The form comes from another site, and so without our cookie: the browser is sent to ask again with it. */
    @Test
    @DisplayName("oidcc-ensure-post-request-succeeds")
    void aRequestMayBePosted() throws Exception {
        HttpResponse<String> sent = stranger().submit("/oauth2/authorize", fields(request()));
        valid(redeemed(answer(ada.get(Browser.arrival(sent).address()))));
    }

    @Test
    @DisplayName("oidcc-server-client-secret-post")
    void aSecretMayTravelInTheForm() throws Exception {
        app = application(true, "client_secret_post");
        usual();
        String code = code(ask());
        HttpResponse<String> answer = form(
                "/oauth2/token",
                Map.of(
                        "grant_type",
                        "authorization_code",
                        "code",
                        code,
                        "redirect_uri",
                        Application.REDIRECT,
                        "code_verifier",
                        Application.VERIFIER,
                        "client_id",
                        app.id(),
                        "client_secret",
                        app.secret()));
        JsonNode tokens = Application.json(answer);
        valid(new Round(Map.of(), tokens, Application.claims(tokens)));
    }

    @Test
    @DisplayName(
            "oidcc-request-uri-unsigned-…, oidcc-unsigned-request-object-supported-correctly-or-rejected-as-unsupported")
    void whatIsNotSupportedIsSaidToBe() {
        assertThat(ask("request_uri", "https://app.example/request"))
                .containsEntry("error", "request_uri_not_supported");
        assertThat(ask("request", "eyJhbGciOiJub25lIn0.e30.")).containsEntry("error", "request_not_supported");
    }

    @Test
    @DisplayName("oidcc-ensure-request-object-with-redirect-uri")
    void aRequestObjectIsNoWayAroundTheRedirectAddress() {
        HttpResponse<String> page =
                ada.get(request("request", "eyJhbGciOiJub25lIn0.e30.", "redirect_uri", "https://app.example/invalid"));
        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.headers().firstValue("Location")).isEmpty();
    }

    /** A warning of the suite remains: nobody's name is known here, so that none is told. */
    @Test
    @DisplayName("oidcc-claims-essential")
    void anEssentialClaimThatNobodyHasIsNoError() throws Exception {
        Round round = round("claims", "{\"userinfo\":{\"name\":{\"essential\":true}}}");
        valid(round);
        assertThat(round.claims().has("name")).isFalse();
        assertThat(userinfo(round).has("name")).isFalse();
    }

    @Test
    @DisplayName("oidcc-refresh-token")
    void aRefreshTokenIsItsClientsAlone() throws Exception {
        Application first = app;
        Browser.Arrival question =
                ada.follow(request("scope", "openid offline_access", "prompt", "consent", "max_age", "15000"));
        Round round = redeemed(
                answer(ada.submit("/oauth2/consent", Map.of("state", question.get("state"), "decision", "allow"))));
        String refresh = round.tokens().get("refresh_token").asString();
        assertThat(refresh).matches("[\\x20-\\x7E]+");
        String form = Browser.form(Map.of("grant_type", "refresh_token", "refresh_token", refresh));
        Application other = application(true, "client_secret_basic");
        assertThat(Application.error(other.post("/oauth2/token", form))).isEqualTo("invalid_grant");
        JsonNode tokens = Application.json(first.post("/oauth2/token", form));
        Round second = new Round(Map.of(), tokens, Application.claims(tokens));
        valid(second);
        for (String claim : new String[] {"iss", "sub", "aud", "auth_time"})
            assertThat(second.claims().get(claim)).isEqualTo(round.claims().get(claim));
        userinfo(second);
    }

    @Test
    @DisplayName("oidcc-ensure-request-with-valid-pkce-succeeds, oidcc-idtoken-signature")
    void possessionMayBeProvedAndTheKeyIsNamed() throws Exception {
        valid(round("code_challenge", Application.CHALLENGE, "code_challenge_method", "S256"));
        Map<String, String> without = ask("-code_challenge", "", "-code_challenge_method", "");
        HttpResponse<String> answer = app.post(
                "/oauth2/token",
                Browser.form(Map.of(
                        "grant_type",
                        "authorization_code",
                        "code",
                        code(without),
                        "redirect_uri",
                        Application.REDIRECT)));
        assertThat(answer.statusCode()).isEqualTo(200);
    }
}
