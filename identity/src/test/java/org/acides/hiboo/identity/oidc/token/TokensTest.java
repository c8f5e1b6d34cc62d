package org.acides.hiboo.identity.oidc.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.acides.hiboo.catalog.api.UsernameRules;
import org.acides.hiboo.identity.api.SessionId;
import org.acides.hiboo.infrastructure.secret.Secret;
import org.acides.hiboo.infrastructure.signing.SigningKeys;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

class TokensTest extends OidcLife {

    @Autowired
    SigningKeys keys;

    @ParameterizedTest
    @ValueSource(strings = {"ES256", "RS256", "EdDSA"})
    void tokensAreSignedWithTheAlgorithmOfTheClient(String algorithm) {
        Application app = application(client(name(), algorithm, "client_secret_post"));
        Map<String, String> fields = Application.redemption(
                code(app, enter(app)), "client_id", app.clientId(), "client_secret", app.secret());
        Application.Answer answer = app.postOpenly("/oauth2/token", fields);
        for (String token : List.of(answer.text("id_token"), answer.text("access_token"))) {
            assertThat(header(token).get("alg").asString()).isEqualTo(algorithm);
            String[] parts = token.split("\\.");
            var key = keys.published().getKeyByKeyId(header(token).get("kid").asString());
            assertThat(Jws.verify(
                            JWSAlgorithm.parse(algorithm),
                            Jws.publicKey(key),
                            (parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII),
                            Base64.getUrlDecoder().decode(parts[2])))
                    .isTrue();
        }
        assertThat(app.userinfo(answer.text("access_token")).status()).isEqualTo(200);
    }

    @Test
    void theIdTokenSaysWhoEnteredHowAndForWhom() {
        Application app = application();
        Entry entry = enter(app);
        Application.Answer answer = signIn(app, entry);
        JsonNode claims = claims(answer.text("id_token"));
        assertThat(claims.get("iss").asString()).isEqualTo("https://id.example.org");
        assertThat(claims.get("aud").get(0).asString()).isEqualTo(app.clientId());
        assertThat(claims.get("nonce").asString()).isEqualTo("n-1");
        assertThat(claims.get("sub").asString())
                .hasSize(43)
                .isNotEqualTo(entry.profile().toString());
        assertThat(claims.get("amr").get(0).asString()).isEqualTo("pwd");
        assertThat(claims.get("acr").asString()).isEqualTo("urn:hiboo:acr:password");
        assertThat(claims.get("preferred_username").asString())
                .isEqualTo(profiles.find(entry.profile()).orElseThrow().username());
        byte[] hash = Secret.digest(answer.text("access_token"));
        assertThat(claims.get("at_hash").asString())
                .isEqualTo(Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, 16)));
        assertThat(claims.has("email")).isFalse();
        assertThat(answer.text("id_token") + answer.text("access_token"))
                .doesNotContain(entry.session().toString());
    }

    @Test
    void theAccessTokenIsOfItsOwnKind() {
        Application app = application();
        Application.Answer answer = signIn(app, enter(app));
        String token = answer.text("access_token");
        assertThat(header(token).get("typ").asString()).isEqualTo("at+jwt");
        JsonNode claims = claims(token);
        assertThat(claims.get("client_id").asString()).isEqualTo(app.clientId());
        assertThat(claims.get("jti").asString()).hasSize(32);
        assertThat(Set.of(claims.get("scope").asString().split(" ")))
                .containsExactlyInAnyOrder("openid", "profile", "email");
        assertThat(claims.get("sub")).isEqualTo(claims(answer.text("id_token")).get("sub"));
        assertThat(claims.get("exp").asLong() - claims.get("iat").asLong()).isEqualTo(300);
    }

    /** It is the same second for every profile that a person enters with: two applications that compare must not find it. */
    @Test
    void whenThePersonSignedInIsToldOnlyToWhoAsks() {
        Application app = application();
        Entry entry = enter(app);
        assertThat(claims(signIn(app, entry).text("id_token")).has("auth_time")).isFalse();
        for (Map<String, String> asking : List.of(
                Map.of("max_age", "3600"), Map.of("claims", "{\"id_token\":{\"auth_time\":{\"essential\":true}}}"))) {
            String token =
                    app.redeem(code(app, entry, Set.of("openid"), asking)).text("id_token");
            assertThat(claims(token).get("auth_time").asLong()).isEqualTo(SIGNED_IN.getEpochSecond());
        }
    }

    @Test
    void singleClaimsAreToldWhereTheyAreAskedFor() {
        Application app = application();
        Entry entry = enter(app);
        String asked = "{\"id_token\":{\"email\":null},\"userinfo\":{\"preferred_username\":null,\"name\":null}}";
        Application.Answer answer = app.redeem(code(app, entry, Set.of("openid"), Map.of("claims", asked)));
        JsonNode claims = claims(answer.text("id_token"));
        assertThat(claims.get("email").asString()).endsWith("@alias.localhost");
        assertThat(claims.has("preferred_username")).isFalse();
        JsonNode info = app.userinfo(answer.text("access_token")).body();
        assertThat(info.has("preferred_username")).isTrue();
        assertThat(info.has("email")).isFalse();
        assertThat(info.has("name")).isFalse();
    }

    @Test
    void aClientThatMayNotAskForAScopeGetsNoSingleClaimOfIt() {
        var narrow = client(name());
        Application app = application(new org.acides.hiboo.catalog.api.OidcClient(
                narrow.clientId(),
                narrow.redirectUris(),
                List.of(),
                narrow.authenticationMethods(),
                narrow.grantTypes(),
                Set.of("openid"),
                "ES256",
                "",
                true));
        String asked = "{\"id_token\":{\"email\":{\"essential\":true}}}";
        Application.Answer answer = app.redeem(code(app, enter(app), Set.of("openid"), Map.of("claims", asked)));
        assertThat(claims(answer.text("id_token")).has("email")).isFalse();
    }

    @Test
    void subjectsAreStableForAProfileAndSharedByNoTwo() {
        Application one = application();
        Application other = application();
        SessionId session = SessionId.random();
        Entry entry = enter(one, session);
        Entry elsewhere = enter(other, session);
        JsonNode first = claims(signIn(one, entry).text("id_token"));
        assertThat(claims(signIn(one, entry).text("id_token")).get("sub")).isEqualTo(first.get("sub"));
        JsonNode second = claims(signIn(other, elsewhere).text("id_token"));
        assertThat(second.get("sub")).isNotEqualTo(first.get("sub"));
        assertThat(second.get("sid")).isNotEqualTo(first.get("sid"));
    }

    @Test
    void userinfoTellsOfTheProfileAsItIsNow() {
        Application app = application();
        rules(app.service(), new UsernameRules("[a-z0-9]+", 3, 30, List.of(), true));
        Entry entry = enter(app);
        String token = signIn(app, entry).text("access_token");
        JsonNode before = app.userinfo(token).body();
        assertThat(before.get("email").asString())
                .isEqualTo(profiles.find(entry.profile()).orElseThrow().alias());
        assertThat(before.get("email_verified").asBoolean()).isTrue();
        assertThat(before.propertyNames())
                .containsExactlyInAnyOrder("sub", "preferred_username", "email", "email_verified", "acr", "amr");
        String renamed = name();
        rename(ada, entry.profile(), renamed);
        assertThat(app.userinfo(token).text("preferred_username")).isEqualTo(renamed);
        delete(ada, entry.profile());
        assertThat(app.userinfo(token).status()).isEqualTo(401);
    }

    @Test
    void anApplicationThatActsForNobodyIsItsOwnSubject() {
        Application app = application();
        String token = app.clientCredentials().text("access_token");
        assertThat(claims(token).get("sub").asString()).isEqualTo(app.clientId());
        assertThat(app.introspect(token).body().get("active").asBoolean()).isTrue();
        assertThat(app.userinfo(token).status()).isIn(401, 403);
        assertThat(app.revoke(token)).isEqualTo(200);
        assertThat(app.introspect(token).body().get("active").asBoolean()).isFalse();
        assertThat(rows("oidc_grant", app.service().value())).isZero();
    }

    @Test
    void aTamperedTokenIsNone() {
        Application app = application();
        String token = signIn(app, enter(app)).text("access_token");
        String[] parts = token.split("\\.");
        String payload = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
        String richer = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(payload.replace("openid", "openi0").getBytes(StandardCharsets.UTF_8));
        String flipped = parts[2].substring(0, 10) + (parts[2].charAt(10) == 'A' ? 'B' : 'A') + parts[2].substring(11);
        String none = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString("{\"alg\":\"none\"}".getBytes(StandardCharsets.UTF_8));
        for (String tampered : List.of(
                parts[0] + "." + richer + "." + parts[2],
                parts[0] + "." + parts[1] + "." + flipped,
                none + "." + parts[1] + ".",
                parts[0] + "." + parts[1],
                "x",
                token + "x")) {
            assertThat(app.userinfo(tampered).status()).as(tampered).isEqualTo(401);
            assertThat(app.introspect(tampered).body().get("active").asBoolean())
                    .isFalse();
        }
        assertThat(app.userinfo(token).status()).isEqualTo(200);
    }

    @Test
    void anIdTokenIsNoAccessToken() {
        Application app = application();
        String token = signIn(app, enter(app)).text("id_token");
        assertThat(app.userinfo(token).status()).isEqualTo(401);
        assertThat(app.introspect(token).body().get("active").asBoolean()).isFalse();
    }
}
