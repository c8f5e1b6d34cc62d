package org.acides.hiboo.identity.oidc.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.acides.hiboo.catalog.api.OidcClient;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A service's token in exchange for a lesser one of the same service (RFC 8693). */
class ExchangeTest extends OidcLife {

    private static final String TYPE = "urn:ietf:params:oauth:token-type:access_token";
    private static final String API = "https://app.example/api";

    private static Application.Answer exchange(Application app, String token, String... changes) {
        return exchange(app, token, Map.of(), changes);
    }

    private static Application.Answer exchange(
            Application app, String token, Map<String, String> headers, String... changes) {
        Map<String, String> fields = new HashMap<>(Map.of(
                "grant_type",
                "urn:ietf:params:oauth:grant-type:token-exchange",
                "subject_token",
                token,
                "subject_token_type",
                TYPE));
        for (int i = 0; i < changes.length; i += 2) fields.put(changes[i], changes[i + 1]);
        return app.post("/oauth2/token", fields, headers);
    }

    private String token(Application app) {
        return signInForLong(app, enter(app)).text("access_token");
    }

    @Test
    void aServiceGetsATokenForAPartOfItself() {
        Application app = application();
        String token = token(app);
        Application.Answer answer = exchange(app, token, "resource", API, "scope", "profile");
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        assertThat(answer.text("issued_token_type")).isEqualTo(TYPE);
        assertThat(answer.text("scope")).isEqualTo("profile");
        assertThat(answer.body().has("refresh_token")).isFalse();
        assertThat(answer.body().has("id_token")).isFalse();
        JsonNode claims = claims(answer.text("access_token"));
        assertThat(claims.get("aud").get(0).asString()).isEqualTo(API);
        assertThat(claims.at("/act/sub").asString()).isEqualTo(app.clientId());
        assertThat(claims.get("sub")).isEqualTo(claims(token).get("sub"));
        assertThat(claims.get("exp").asLong())
                .isLessThanOrEqualTo(claims(token).get("exp").asLong());
        assertThat(header(answer.text("access_token")).get("typ").asString()).isEqualTo("at+jwt");
        assertThat(app.introspect(answer.text("access_token")).body().get("aud").toString())
                .contains(API);
    }

    @Test
    void withoutAWishItIsForTheServiceAndForNoLongerThanSomebodyIsThere() {
        Application app = application();
        Application.Answer answer = exchange(app, token(app));
        assertThat(Set.of(answer.text("scope").split(" "))).containsExactlyInAnyOrder("openid", "profile", "email");
        assertThat(claims(answer.text("access_token")).get("aud").get(0).asString())
                .isEqualTo(app.clientId());
        assertThat(app.userinfo(answer.text("access_token")).status()).isEqualTo(200);
    }

    /** A subject is a service's own: whoever could aim a token at another service would tell it one that is not its own. */
    @Test
    void noTokenIsAimedAtAnotherService() {
        Application app = application();
        Application other = application();
        String token = token(app);
        for (String target : List.of(
                "https://other.example/api",
                "https://app.example.evil/",
                "https://app.example:8443/",
                "http://app.example/",
                "https://somebody@app.example/",
                "urn:app.example"))
            assertThat(exchange(app, token, "resource", target).error())
                    .as(target)
                    .isIn("invalid_target", "invalid_request");
        assertThat(exchange(app, token, "audience", other.clientId()).error()).isEqualTo("invalid_target");
        assertThat(exchange(app, token, "audience", app.clientId(), "resource", API)
                        .error())
                .isEqualTo("invalid_target");
        assertThat(exchange(other, token).error()).as("another's token").isEqualTo("invalid_request");
    }

    @Test
    void aTokenForAPartIsNeitherExchangedAgainNorTellsWhoItIs() {
        Application app = application();
        String lesser = exchange(app, token(app), "resource", API).text("access_token");
        assertThat(exchange(app, lesser).error()).isEqualTo("invalid_request");
        assertThat(app.userinfo(lesser).status()).isEqualTo(401);
    }

    @Test
    void nothingMoreIsHadThanWasGiven() {
        Application app = application();
        String narrow =
                app.redeem(code(app, enter(app), Set.of("openid"), Map.of())).text("access_token");
        assertThat(exchange(app, narrow, "scope", "openid email").error()).isEqualTo("invalid_scope");
        assertThat(exchange(app, token(app), "scope", "offline_access").error()).isEqualTo("invalid_scope");
    }

    @Test
    void whatIsNoTokenOfAProfileIsRefused() {
        Application app = application();
        assertThat(exchange(app, app.clientCredentials().text("access_token")).error())
                .isEqualTo("invalid_request");
        assertThat(exchange(app, "x").error()).isEqualTo("invalid_request");
        assertThat(exchange(app, token(app), "subject_token_type", "urn:ietf:params:oauth:token-type:id_token")
                        .error())
                .isEqualTo("invalid_request");
        assertThat(exchange(app, token(app), "requested_token_type", "urn:ietf:params:oauth:token-type:refresh_token")
                        .error())
                .isEqualTo("invalid_request");
        assertThat(exchange(app, token(app), "actor_token", "x", "actor_token_type", TYPE)
                        .error())
                .isEqualTo("invalid_request");
    }

    @Test
    void itEndsWithWhatItWasMadeFrom() {
        Application app = application();
        Entry entry = enter(app);
        String token = signIn(app, entry).text("access_token");
        String lesser = exchange(app, token).text("access_token");
        assertThat(app.userinfo(lesser).status()).isEqualTo(200);
        assertThat(app.revoke(lesser)).isEqualTo(200);
        assertThat(app.userinfo(lesser).status()).isEqualTo(401);
        String another = exchange(app, token).text("access_token");
        delete(ada, entry.profile());
        assertThat(app.userinfo(another).status()).isEqualTo(401);
        assertThat(exchange(app, token).error()).isEqualTo("invalid_request");
    }

    @Test
    void aBoundTokenIsExchangedForABoundOne() {
        Application app = application();
        Holder holder = Holder.random();
        String token = app.post(
                        "/oauth2/token", Application.redemption(code(app, enter(app))), Map.of("DPoP", holder.proof()))
                .text("access_token");
        assertThat(exchange(app, token).error()).isEqualTo("invalid_dpop_proof");
        Application.Answer answer = exchange(app, token, Map.of("DPoP", holder.proof()));
        assertThat(answer.text("token_type")).isEqualTo("DPoP");
        assertThat(claims(answer.text("access_token")).at("/cnf/jkt").asString())
                .isEqualTo(holder.thumbprint());
    }

    @Test
    void onlyWhoMayExchangesAndProvesWhoTheyAre() {
        OidcClient like = client(name());
        Application without = application(new OidcClient(
                like.clientId(),
                like.redirectUris(),
                like.postLogoutRedirectUris(),
                like.authenticationMethods(),
                Set.of("authorization_code", "refresh_token"),
                like.scopes(),
                like.idTokenAlgorithm(),
                "",
                true));
        assertThat(exchange(without, token(without)).error()).isEqualTo("unauthorized_client");
        Application app = application();
        String token = token(app);
        assertThat(exchange(app.withSecret("wrong"), token).error()).isEqualTo("invalid_client");
        assertThat(exchange(app.withSecret(""), token).error()).isEqualTo("invalid_client");
    }
}
