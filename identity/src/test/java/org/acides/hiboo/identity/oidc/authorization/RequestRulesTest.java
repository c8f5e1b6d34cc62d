package org.acides.hiboo.identity.oidc.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.acides.hiboo.identity.oidc.authorization.Browser.Arrival;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an authorization request must keep to, and who is told when it does not. */
class RequestRulesTest extends OpenIdConnectLife {

    @BeforeEach
    void nothingElseStandsInTheWay() {
        usual();
    }

    private void refused(Arrival back, String error) {
        assertThat(back.address()).startsWith(Application.REDIRECT + "?error=");
        assertThat(back.fields())
                .containsEntry("error", error)
                .containsEntry("iss", ISSUER.toString())
                .doesNotContainKey("code");
    }

    private void shown(HttpResponse<String> page) {
        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.headers().firstValue("Location")).isEmpty();
        assertThat(page.body()).contains("This did not work").doesNotContain("??");
    }

    @Test
    void anUnknownClientLeadsNowhere() {
        shown(ada.get(app.address("client_id", "nobody")));
        shown(ada.get(app.address("-client_id", "")));
        shown(ada.get(app.address("client_id", "' OR 1=1 --<script>")));
        shown(ada.get(app.address() + "&client_id=" + app.id()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/callback",
                "https://app.example/callback/",
                "https://app.example/callback?x=1",
                "https://app.example/callback#x",
                "https://app.example/CALLBACK",
                "https://app.example:443/callback",
                "https://app.example/x/../callback",
                "https://app.example@evil.example/callback",
                "http://app.example/callback",
                "javascript:alert(1)"
            })
    void aRedirectAddressIsComparedToTheLetter(String foreign) {
        shown(ada.get(app.address("redirect_uri", foreign)));
    }

    @Test
    void aRedirectAddressIsNeitherMissingNorSentTwice() {
        shown(ada.get(app.address("-redirect_uri", "")));
        shown(ada.get(app.address() + "&redirect_uri=" + Browser.encode(Application.REDIRECT)));
    }

    @Test
    void aRegisteredQueryIsKept() {
        Arrival back = ada.follow(app.address("redirect_uri", Application.OTHER_REDIRECT));
        assertThat(back.address()).startsWith(Application.OTHER_REDIRECT + "&code=");
    }

    @ParameterizedTest
    @CsvSource({
        "-response_type, x, invalid_request",
        "response_type, token, unsupported_response_type",
        "response_type, id_token, unsupported_response_type",
        "response_type, code id_token, unsupported_response_type",
        "scope, nonsense, invalid_scope",
        "code_challenge_method, plain, invalid_request",
        "-code_challenge_method, x, invalid_request",
        "-code_challenge, x, invalid_request",
        "code_challenge, tooshort, invalid_request",
        "prompt, none login, invalid_request",
        "prompt, none consent, invalid_request",
        "prompt, nonsense, invalid_request",
        "max_age, -1, invalid_request",
        "max_age, soon, invalid_request",
        "max_age, 99999999999, invalid_request",
        "claims, {, invalid_request",
        "claims, [], invalid_request",
        "claims, {\"id_token\":1}, invalid_request",
        "claims, {\"userinfo\":{\"sub\":true}}, invalid_request",
        "claims, {}{}, invalid_request",
        "id_token_hint, a.b.c, invalid_request",
        "response_mode, web_message, invalid_request",
        "request, eyJhbGciOiJub25lIn0.e30., request_not_supported",
        "request_uri, https://app.example/request, request_uri_not_supported",
    })
    void whatIsWrongIsToldToTheApplication(String name, String value, String error) {
        Arrival back = ada.follow(app.address(name, value));
        refused(back, error);
        assertThat(back.fields()).containsEntry("state", "a state & more");
    }

    @ParameterizedTest
    @ValueSource(strings = {"state", "nonce", "scope", "prompt", "response_type", "code_challenge", "max_age"})
    void noParameterIsSentTwice(String name) {
        refused(ada.follow(app.address(name, "1") + "&" + name + "=2"), "invalid_request");
    }

    @Test
    void aPublicClientProvesPossessionAndAConfidentialOneMay() {
        Application publicly = application(true, "none");
        usual(account, publicly);
        assertThat(ada.follow(publicly.address("-code_challenge", "", "-code_challenge_method", ""))
                        .fields())
                .containsEntry("error", "invalid_request");
        assertThat(ada.follow(publicly.address()).fields()).containsKey("code");
        assertThat(ada.follow(app.address("-code_challenge", "", "-code_challenge_method", ""))
                        .fields())
                .containsKey("code");
    }

    @Test
    void whatIsUnknownIsIgnoredAndWhatIsEmptyIsMissing() {
        for (String more : List.of("&extra=foobar&extra=2", "&display=popup&ui_locales=fr+en", "&prompt=&max_age="))
            assertThat(ada.follow(app.address() + more).fields()).containsKey("code");
        assertThat(ada.follow(app.address("-nonce", "", "-state", "")).fields()).containsOnlyKeys("code", "iss");
    }

    @Test
    void scopesThatAClientMayNotHaveAreLeftOutAndItIsTold() {
        Application modest = application(true, "client_secret_basic", Set.of("openid", "email"));
        usual(account, modest);
        String code = ada.follow(modest.address("scope", "email phone address profile openid"))
                .get("code");
        var tokens = modest.tokens(code);
        assertThat(tokens.get("scope").asString().split(" ")).containsExactlyInAnyOrder("openid", "email");
        assertThat(Application.claims(tokens).has("preferred_username")).isFalse();
    }

    @Test
    void anAnswerTravelsInAFragmentWhenAsked() {
        Arrival back = ada.follow(app.address("response_mode", "fragment"));
        assertThat(back.address()).startsWith(Application.REDIRECT + "#code=");
        assertThat(back.fields()).containsKeys("state", "iss");
    }

    @Test
    void anAnswerTravelsInAFormThatNeedsNoScriptOfItsOwn() {
        HttpResponse<String> page = ada.get(app.address("response_mode", "form_post", "state", "<b>\"'&"));
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("action=\"" + Application.REDIRECT + "\"", "name=\"code\"", "name=\"iss\"", "Go on")
                .contains("value=\"&lt;b&gt;&quot;&#39;&amp;\"")
                .containsPattern("<script src=\"/identity/form-post.js\"[^>]*></script>");
        assertThat(page.headers().allValues("Content-Security-Policy"))
                .singleElement()
                .asString()
                .contains("script-src 'self'")
                .doesNotContain("unsafe", "form-action");
        assertThat(page.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        assertThat(ada.get("/identity/form-post.js").statusCode()).isEqualTo(200);
        assertThat(ada.get(app.address("response_mode", "form_post", "prompt", "none login"))
                        .body())
                .contains("name=\"error\"", "value=\"invalid_request\"");
    }

    @Test
    void aMegabyteIsRefusedBriefly() {
        assertThat(ada.follow(app.address("nonce", "n".repeat(6500))).fields())
                .containsEntry("error", "invalid_request");
        assertThat(ada.follow(app.address("state", "s".repeat(6500))).fields()).doesNotContainKey("state");
        assertThat(ada.submit("/oauth2/authorize", Map.of("state", "s".repeat(1 << 20)))
                        .statusCode())
                .isEqualTo(413);
        assertThat(app.post("/oauth2/token", "grant_type=" + "x".repeat(1 << 20))
                        .statusCode())
                .isEqualTo(413);
    }

    @Test
    void aClosedDoorSpeaksFrenchToo() {
        var page = Browser.send(java.net.http.HttpRequest.newBuilder(ISSUER.resolve(app.address("client_id", "x")))
                .header("Accept-Language", "fr")
                .build());
        assertThat(page.body()).contains("Cela n’a pas marché", "lang=\"fr\"");
    }
}
