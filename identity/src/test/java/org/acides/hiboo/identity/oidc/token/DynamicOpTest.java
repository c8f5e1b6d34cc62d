package org.acides.hiboo.identity.oidc.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.net.URLDecoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.acides.hiboo.infrastructure.signing.SigningKeys;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * What the OpenID Foundation's Dynamic OP profile asks beyond registering: keys that a client brought, user-info answers
 * that are signed, and requests that lie elsewhere.
 */
class DynamicOpTest extends KeyedLife {

    @Autowired
    private SigningKeys signing;

    @Test
    void aClientProvesItselfWithKeysThatItRegistered() throws Exception {
        Application app = application("private_key_jwt", "");
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .issuer(app.clientId())
                .subject(app.clientId())
                .audience("https://id.example.org")
                .jwtID(UUID.randomUUID().toString())
                .expirationTime(Date.from(Instant.now().plusSeconds(60)))
                .build();
        SignedJWT good = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("one").build(), claims);
        good.sign(new ECDSASigner(key));
        SignedJWT bad = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("one").build(), claims);
        bad.sign(new ECDSASigner(new ECKeyGenerator(Curve.P_256).generate()));
        assertThat(prove(app, bad).error()).isEqualTo("invalid_client");
        assertThat(prove(app, good).status()).isEqualTo(200);
    }

    private static Application.Answer prove(Application app, SignedJWT assertion) {
        return app.postOpenly(
                "/oauth2/token",
                Map.of(
                        "grant_type",
                        "client_credentials",
                        "client_assertion_type",
                        "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
                        "client_assertion",
                        assertion.serialize()));
    }

    @Test
    void userinfoIsSignedForWhoeverWantsIt() throws Exception {
        Application app = application("client_secret_basic", "RS256");
        String token = signIn(app, enter(app)).text("access_token");
        HttpResponse<String> answer = BROWSER.send(
                HttpRequest.newBuilder(app.provider().resolve("/userinfo"))
                        .header("Authorization", "Bearer " + token)
                        .build(),
                BodyHandlers.ofString());
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/jwt");
        SignedJWT jwt = SignedJWT.parse(answer.body());
        RSAKey ours = (RSAKey) signing.published().getKeyByKeyId(jwt.getHeader().getKeyID());
        assertThat(jwt.getHeader().getAlgorithm()).isEqualTo(JWSAlgorithm.RS256);
        assertThat(jwt.verify(new RSASSAVerifier(ours.toRSAPublicKey()))).isTrue();
        assertThat(jwt.getJWTClaimsSet().getSubject())
                .isEqualTo(claims(token).get("sub").asString());
        assertThat(jwt.getJWTClaimsSet().getAudience()).containsExactly(app.clientId());
        assertThat(jwt.getJWTClaimsSet().getClaim("nonce")).isNull();
    }

    private static String visit(Application app, String address) throws Exception {
        String query = "client_id=" + app.clientId() + "&response_type=code&scope=openid&state=s&redirect_uri="
                + encode(Application.REDIRECT) + "&request_uri=" + encode(address);
        return go(app, "/oauth2/authorize?" + query);
    }

    @Test
    void aRequestMayLieWhereTheClientRegisteredSignedOrNot() throws Exception {
        for (boolean signs : List.of(true, false)) {
            Application app = application("client_secret_basic", "");
            JWTClaimsSet claims = request(app, all -> all);
            web.publish(place, signs ? signed(claims) : new PlainJWT(claims).serialize());
            String next = visit(app, place);
            assertThat(next).startsWith("/oauth2/authorize?client_id=").contains("request_uri=urn%3A");
            assertThat(waiting(app)).contains("from-the-object", "3600", "auth_time", "email");
            web.takeDown(place);
            assertThat(URLDecoder.decode(go(app, next), StandardCharsets.UTF_8))
                    .as("fetched once")
                    .startsWith("/sign-in?continue=/oauth2/authorize");
        }
    }

    @Test
    void noOtherRequestIsFetchedOrBelieved() throws Exception {
        Application app = application("client_secret_basic", "");
        assertThat(visit(app, "https://elsewhere.example/request.jwt")).contains("error=invalid_request_uri");
        assertThat(visit(app, place)).contains("error=invalid_request_uri");
        ECKey stranger = new ECKeyGenerator(Curve.P_256).keyID("one").generate();
        SignedJWT forged = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("one").build(), request(app, all -> all));
        forged.sign(new ECDSASigner(stranger));
        for (String object : List.of(
                "x",
                forged.serialize(),
                signed(request(app, all -> all.claim("client_id", "another"))),
                signed(request(app, all -> all.claim("response_type", "token"))),
                signed(request(app, all -> all.issuer("another"))),
                signed(request(app, all -> all.audience("https://another.example"))),
                signed(request(app, all -> all.expirationTime(Date.from(Instant.EPOCH)))),
                signed(request(app, all -> all.claim("request_uri", place))))) {
            web.publish(place, object);
            assertThat(visit(app, place)).as(object).contains("error=invalid_request_object", "state=s");
        }
        web.publish(place, signed(request(app, all -> all.claim("redirect_uri", "https://evil.example/"))));
        assertThat(visit(app, place)).doesNotStartWith("https://evil.example").doesNotContain("request_uri=urn");
    }
}
