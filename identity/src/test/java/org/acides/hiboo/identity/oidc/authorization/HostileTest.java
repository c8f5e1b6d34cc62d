package org.acides.hiboo.identity.oidc.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever stands in a field, it is text or refused: never a fault, never markup, never a statement. */
class HostileTest extends OpenIdConnectLife {

    private static final List<String> HOSTILE = List.of(
            "'; DROP TABLE identity.oidc_grant; --",
            "\"><script>alert(1)</script>",
            "<img src=x onerror=alert(1)>",
            "a\u0000b",
            "a\r\nSet-Cookie: hiboo=x",
            "\u202Eevil",
            "%00%0a",
            "${jndi:ldap://x}",
            "🦉".repeat(500),
            "x".repeat(10_000));
    private static final String MEGABYTE = "x".repeat(1 << 20);

    private String access;

    @BeforeEach
    void adaEntered() {
        usual();
        access = app.tokens(ada.follow(app.address()).get("code"))
                .get("access_token")
                .asString();
    }

    /** Everything still stands after it, and the answer is one that we meant. */
    private static void harmless(String what, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(what).isIn(200, 201, 303, 400, 401, 413, 414);
        assertThat(answer.body()).as(what).doesNotContain("<script>alert", "<img src=x", "Exception", "org.acides");
        assertThat(answer.headers().firstValue("Set-Cookie")).as(what).isEmpty();
        // What is longer than a request line may be, the server refuses before anything of ours is asked.
        if (answer.statusCode() < 413 && what.length() < 5_000)
            assertThat(answer.headers().firstValue("X-Content-Type-Options"))
                    .as(what)
                    .contains("nosniff");
    }

    private void stillThere() {
        assertThat(ada.follow(app.address()).fields()).containsKey("code");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "response_type",
                "client_id",
                "redirect_uri",
                "scope",
                "state",
                "nonce",
                "code_challenge",
                "code_challenge_method",
                "prompt",
                "max_age",
                "acr_values",
                "claims",
                "display",
                "ui_locales",
                "login_hint",
                "id_token_hint",
                "request",
                "request_uri",
                "response_mode",
                "arrived",
                "picked"
            })
    void inARequestForACode(String field) {
        for (String text : HOSTILE) {
            harmless(field + "=" + text, ada.get(app.address(field, text)));
            harmless("pushed " + field + "=" + text, app.post("/oauth2/par", app.ask(field, text)));
        }
        assertThat(ada.submit("/oauth2/authorize", Map.of(field, MEGABYTE)).statusCode())
                .isEqualTo(413);
        assertThat(app.post("/oauth2/par", app.ask(field, MEGABYTE)).statusCode())
                .isEqualTo(413);
        stillThere();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/oauth2/token grant_type",
                "/oauth2/token grant_type=authorization_code&redirect_uri=x&code_verifier=x&code",
                "/oauth2/token grant_type=authorization_code&redirect_uri=x&code=x&code_verifier",
                "/oauth2/token grant_type=authorization_code&code=x&redirect_uri",
                "/oauth2/token grant_type=refresh_token&refresh_token",
                "/oauth2/token grant_type=refresh_token&refresh_token=x&scope",
                "/oauth2/token grant_type=client_credentials&scope",
                "/oauth2/token grant_type=client_credentials&client_id",
                "/oauth2/token grant_type=client_credentials&client_secret",
                "/oauth2/token client_assertion_type=urn:ietf:params:oauth:client-assertion-type:jwt-bearer&client_assertion",
                "/oauth2/introspect token",
                "/oauth2/introspect token=x&token_type_hint",
                "/oauth2/revoke token",
                "/oauth2/revoke token=x&token_type_hint",
                "/userinfo access_token"
            })
    void inWhatApplicationsSend(String place) {
        String path = place.substring(0, place.indexOf(' '));
        String field = place.substring(path.length() + 1) + "=";
        Application bare = new Application(ISSUER, app.service(), app.id(), "");
        for (String text : HOSTILE)
            for (Application each : List.of(app, bare))
                harmless(place + "=" + text, each.post(path, field + Browser.encode(text)));
        assertThat(app.post(path, field + MEGABYTE).statusCode()).isEqualTo(413);
        stillThere();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"id_token_hint", "client_id", "post_logout_redirect_uri", "state", "logout_hint", "ui_locales"})
    void whenSomebodyIsSignedOut(String field) {
        for (String text : HOSTILE) {
            harmless(field + "=" + text, ada.get("/connect/logout?" + Browser.form(Map.of(field, text))));
            harmless(field + "=" + text, ada.submit("/connect/logout", Map.of(field, text)));
        }
        assertThat(ada.submit("/connect/logout", Map.of(field, MEGABYTE)).statusCode())
                .isEqualTo(413);
        stillThere();
    }

    @ParameterizedTest
    @ValueSource(strings = {"state", "decision"})
    void inAnAnswerToAQuestion(String field) {
        for (String text : HOSTILE) {
            harmless(field + "=" + text, ada.submit("/oauth2/consent", Map.of(field, text)));
            harmless(field + "=" + text, ada.get("/oauth2/consent?" + Browser.form(Map.of(field, text))));
        }
        assertThat(ada.submit("/oauth2/consent", Map.of(field, MEGABYTE)).statusCode())
                .isEqualTo(413);
        stillThere();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bearer a'--",
                "Bearer <script>",
                "Bearer",
                "Basic !!!",
                "Basic OjpeOg==",
                "Basic Og==",
                "Basic AAAA"
            })
    void inAnAuthorizationHeader(String header) {
        for (String path :
                List.of("/oauth2/token", "/oauth2/introspect", "/oauth2/revoke", "/oauth2/par", "/userinfo")) {
            var request = java.net.http.HttpRequest.newBuilder(ISSUER.resolve(path))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .header("Authorization", header)
                    .POST(java.net.http.HttpRequest.BodyPublishers.ofString("grant_type=client_credentials&token=x"))
                    .build();
            harmless(path + " " + header, Browser.send(request));
        }
        var good = java.net.http.HttpRequest.newBuilder(ISSUER.resolve("/userinfo"))
                .header("Authorization", "Bearer " + access)
                .build();
        assertThat(Browser.send(good).statusCode()).isEqualTo(200);
    }
}
