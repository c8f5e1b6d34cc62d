package org.acides.hiboo.identity.oidc.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import tools.jackson.databind.JsonNode;

/**
 * What a relying party of the OpenID Foundation's conformance suite does in its code-flow profiles; how the answer
 * arrives is the profile's own.
 */
abstract class CodeFlowProfile extends OpenIdConnectLife {

    /** Changes of a request, and the tokens that it led to. */
    record Round(Map<String, String> answer, JsonNode tokens, JsonNode claims) {}

    @BeforeEach
    void adaHasAProfile() {
        usual();
    }

    /** Parameters that each request of the profile has. */
    abstract String[] always();

    /** What the application is answered, wherever it stands. */
    abstract Map<String, String> answer(HttpResponse<String> response);

    final String request(String... changes) {
        String[] all = java.util.stream.Stream.of(always(), changes)
                .flatMap(java.util.Arrays::stream)
                .toArray(String[]::new);
        return app.address(all);
    }

    final Map<String, String> ask(String... changes) {
        return answer(ada.get(request(changes)));
    }

    final Round round(String... changes) {
        return redeemed(ask(changes));
    }

    final Round redeemed(Map<String, String> answer) {
        JsonNode tokens = app.tokens(code(answer));
        return new Round(answer, tokens, Application.claims(tokens));
    }

    static String code(Map<String, String> answer) {
        String code = answer.get("code");
        if (code == null) throw new AssertionError("no code in " + answer);
        return code;
    }

    /** Asked to prove who they are, they do; the request goes on where it stood. */
    final Round provedAgain(String... changes) {
        Browser.Arrival door = ada.follow(request(changes));
        assertThat(door.address()).startsWith("/sign-in?");
        assertThat(door.fields()).containsEntry("again", "true");
        sessions.authenticatedAgain(
                java.util.Objects.requireNonNull(ada.session()).id(), List.of("pwd"));
        return redeemed(answer(ada.get(door.get("continue"))));
    }

    final void secondsPass(int seconds) {
        long now = clock.instant().getEpochSecond();
        Awaitility.await()
                .atMost(10, TimeUnit.SECONDS)
                .until(() -> clock.instant().getEpochSecond() > now + seconds);
    }

    /** What the suite holds against each ID token (OpenID Connect Core §3.1.3.7). */
    final void valid(Round round) throws Exception {
        assertThat(round.tokens().get("token_type").asString()).isEqualToIgnoringCase("Bearer");
        assertThat(round.tokens().get("expires_in").asLong()).isPositive();
        SignedJWT token = SignedJWT.parse(round.tokens().get("id_token").asString());
        JWKSet keys = JWKSet.parse(stranger().get("/oauth2/jwks").body());
        assertThat(token.getHeader().getKeyID()).isNotBlank();
        assertThat(token.verify(new ECDSAVerifier(
                        keys.getKeyByKeyId(token.getHeader().getKeyID()).toECKey())))
                .isTrue();
        JsonNode claims = round.claims();
        long now = clock.instant().getEpochSecond();
        assertThat(claims.get("iss").asString()).isEqualTo(ISSUER.toString());
        assertThat(claims.get("aud").toString()).contains("\"" + app.id() + "\"");
        assertThat(claims.get("sub").asString()).isNotBlank().hasSizeLessThanOrEqualTo(255);
        assertThat(claims.get("iat").asLong()).isBetween(now - 60, now + 5);
        assertThat(claims.get("exp").asLong()).isGreaterThan(now);
    }

    final JsonNode userinfo(Round round) {
        HttpResponse<String> told = Browser.send(bearing(round).GET().build());
        assertThat(told.statusCode()).isEqualTo(200);
        JsonNode claims = Application.json(told);
        assertThat(claims.get("sub")).isEqualTo(round.claims().get("sub"));
        return claims;
    }

    static HttpRequest.Builder bearing(Round round) {
        return HttpRequest.newBuilder(ISSUER.resolve("/userinfo"))
                .header(
                        "Authorization",
                        "Bearer " + round.tokens().get("access_token").asString());
    }

    final HttpResponse<String> form(String path, Map<String, String> fields) {
        return Browser.send(HttpRequest.newBuilder(ISSUER.resolve(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(Browser.form(fields)))
                .build());
    }

    /** The request as fields of a form. */
    final Map<String, String> fields(String request) {
        Map<String, String> all = new LinkedHashMap<>();
        for (String pair : request.substring(request.indexOf('?') + 1).split("&"))
            all.put(
                    pair.substring(0, pair.indexOf('=')),
                    java.net.URLDecoder.decode(
                            pair.substring(pair.indexOf('=') + 1), java.nio.charset.StandardCharsets.UTF_8));
        return all;
    }
}
