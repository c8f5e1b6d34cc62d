package org.acides.hiboo.identity.oidc.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What applications ask by themselves: tokens, userinfo, and what there is. */
class EndpointsTest extends OpenIdConnectLife {

    private String code() {
        usual();
        return ada.follow(app.address()).get("code");
    }

    private static HttpResponse<String> fetch(String method, String path, String body, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(ISSUER.resolve(path)).method(method, BodyPublishers.ofString(body));
        if (headers.length > 0) request.headers(headers);
        return Browser.send(request.build());
    }

    @Test
    void aCodeIsGoodForOneUseByItsClientWithItsVerifierAndItsAddress() {
        String code = code();
        assertThat(Application.error(app.redeem(code, "x".repeat(43)))).isEqualTo("invalid_grant");
        Application other = application(true, "client_secret_basic");
        assertThat(Application.error(other.redeem(code))).isEqualTo("invalid_grant");
        String again = ada.follow(app.address()).get("code");
        assertThat(Application.error(app.post(
                        "/oauth2/token",
                        Browser.form(Map.of(
                                "grant_type",
                                "authorization_code",
                                "code",
                                again,
                                "redirect_uri",
                                Application.OTHER_REDIRECT,
                                "code_verifier",
                                Application.VERIFIER)))))
                .isEqualTo("invalid_grant");
    }

    @Test
    void aReplayedCodeTakesBackWhatItGave() {
        String code = code();
        String access = app.tokens(code).get("access_token").asString();
        assertThat(fetch("GET", "/userinfo", "", "Authorization", "Bearer " + access)
                        .statusCode())
                .isEqualTo(200);
        assertThat(Application.error(app.redeem(code))).isEqualTo("invalid_grant");
        assertThat(fetch("GET", "/userinfo", "", "Authorization", "Bearer " + access)
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void userinfoIsToldToWhoeverBringsTheTokenInEitherPlace() {
        JsonNode tokens = app.tokens(code());
        String access = tokens.get("access_token").asString();
        String subject = Application.claims(tokens).get("sub").asString();
        String[] form = {"Content-Type", "application/x-www-form-urlencoded"};
        for (HttpResponse<String> answer : List.of(
                fetch("GET", "/userinfo", "", "Authorization", "Bearer " + access),
                fetch("POST", "/userinfo", "", "Authorization", "Bearer " + access),
                fetch("POST", "/userinfo", "access_token=" + access, form))) {
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            assertThat(Application.json(answer).get("sub").asString()).isEqualTo(subject);
            assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        }
    }

    @Test
    void userinfoWithoutAGoodTokenSaysHowToBringOne() {
        for (String[] headers : new String[][] {{}, {"Authorization", "Bearer nonsense"}}) {
            HttpResponse<String> answer = fetch("GET", "/userinfo", "", headers);
            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.headers().firstValue("WWW-Authenticate").orElse(""))
                    .startsWith("Bearer");
        }
    }

    @Test
    void theTokenEndpointTakesPostAloneAndItsErrorsAreJson() {
        HttpResponse<String> get = fetch("GET", "/oauth2/token", "");
        assertThat(get.statusCode()).isEqualTo(405);
        assertThat(get.headers().firstValue("Allow")).contains("POST");
        HttpResponse<String> nobody = fetch(
                "POST",
                "/oauth2/token",
                "grant_type=client_credentials",
                "Content-Type",
                "application/x-www-form-urlencoded");
        assertThat(nobody.statusCode()).isEqualTo(401);
        assertThat(nobody.headers().firstValue("WWW-Authenticate").orElse("")).startsWith("Basic");
        assertThat(Application.error(nobody)).isEqualTo("invalid_client");
        assertThat(Application.error(app.post("/oauth2/token", "grant_type=password")))
                .isEqualTo("unsupported_grant_type");
        assertThat(Application.error(app.post("/oauth2/token", "x=1"))).isEqualTo("invalid_request");
        Application liar = new Application(ISSUER, app.service(), app.id(), "wrong");
        HttpResponse<String> refused = liar.post("/oauth2/token", "grant_type=client_credentials");
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
    }

    @Test
    void aPublicClientRefreshesAndRevokesUnderItsName() {
        Application publicly = application(true, "none");
        usual(account, publicly);
        JsonNode tokens = publicly.tokens(
                ada.follow(publicly.address("scope", "openid offline_access")).get("code"));
        String refresh = tokens.get("refresh_token").asString();
        HttpResponse<String> fresh = publicly.post(
                "/oauth2/token", Browser.form(Map.of("grant_type", "refresh_token", "refresh_token", refresh)));
        assertThat(fresh.statusCode()).as(fresh.body()).isEqualTo(200);
        String next = Application.json(fresh).get("refresh_token").asString();
        assertThat(publicly.post("/oauth2/revoke", "token=" + next).statusCode())
                .isEqualTo(200);
        assertThat(Application.error(publicly.post(
                        "/oauth2/token", Browser.form(Map.of("grant_type", "refresh_token", "refresh_token", next)))))
                .isEqualTo("invalid_grant");
        assertThat(publicly.post("/oauth2/token", "grant_type=client_credentials")
                        .statusCode())
                .isEqualTo(401);
        assertThat(publicly.post("/oauth2/introspect", "token=x").statusCode()).isEqualTo(401);
    }

    @Test
    void aConfidentialClientNeverPassesForAPublicOne() {
        Application bare = new Application(ISSUER, app.service(), app.id(), "");
        assertThat(bare.redeem(code()).statusCode()).isEqualTo(401);
        for (String path : List.of("/oauth2/par", "/oauth2/revoke"))
            assertThat(bare.post(path, "token=x").statusCode()).isEqualTo(401);
    }

    @Test
    void discoverySaysTheSameInBothPlacesAndEveryAddressAnswers() {
        JsonNode openid = Application.json(fetch("GET", "/.well-known/openid-configuration", ""));
        assertThat(Application.json(fetch("GET", "/.well-known/oauth-authorization-server", "")))
                .isEqualTo(openid);
        assertThat(openid.get("issuer").asString()).isEqualTo(ISSUER.toString());
        assertThat(openid.get("subject_types_supported").toString()).isEqualTo("[\"pairwise\"]");
        assertThat(openid.get("authorization_response_iss_parameter_supported").asBoolean())
                .isTrue();
        assertThat(openid.get("request_parameter_supported").asBoolean()).isTrue();
        assertThat(openid.get("id_token_signing_alg_values_supported").toString())
                .contains("ES256", "RS256", "EdDSA");
        openid.forEachEntry((name, value) -> {
            boolean anothers = name.equals("registration_endpoint");
            if (!anothers && name.endsWith("_endpoint") || name.equals("jwks_uri"))
                assertThat(fetch(
                                        "GET",
                                        value.asString()
                                                .substring(ISSUER.toString().length()),
                                        "")
                                .statusCode())
                        .as(name)
                        .isNotEqualTo(404);
        });
        assertThat(openid.toString()).doesNotContain("tls", "nowhere");
    }

    @Test
    void keysAndDiscoveryMayBeKeptForAWhile() {
        for (String path : List.of("/oauth2/jwks", "/.well-known/openid-configuration"))
            assertThat(fetch("GET", path, "").headers().allValues("Cache-Control"))
                    .containsExactly("public, max-age=300");
        assertThat(Application.json(fetch("GET", "/oauth2/jwks", "")).toString())
                .contains("\"kid\"")
                .doesNotContain("\"d\":");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/oauth2/token",
                "/userinfo",
                "/oauth2/revoke",
                "/oauth2/jwks",
                "/.well-known/openid-configuration"
            })
    void applicationsInBrowsersAskFromAnyOriginWithoutOurCookie(String path) {
        HttpResponse<String> preflight = fetch(
                "OPTIONS",
                path,
                "",
                "Origin",
                "https://spa.example",
                "Access-Control-Request-Method",
                path.contains("jwks") || path.contains("well-known") ? "GET" : "POST",
                "Access-Control-Request-Headers",
                "authorization");
        assertThat(preflight.statusCode()).isEqualTo(200);
        assertThat(preflight.headers().firstValue("Access-Control-Allow-Origin"))
                .contains("*");
        assertThat(preflight.headers().firstValue("Access-Control-Allow-Credentials"))
                .isEmpty();
    }

    @Test
    void noOtherOriginReadsWhereAPersonGoes() {
        assertThat(fetch("GET", app.address(), "", "Origin", "https://spa.example")
                        .headers()
                        .firstValue("Access-Control-Allow-Origin"))
                .isEmpty();
    }
}
