package org.acides.hiboo.identity.oidc.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Requests that people bring from an application that signed them (RFC 9101, OpenID Connect Core §6.1). */
class SignedRequestsTest extends KeyedLife {

    private static final String ISSUER = "https://id.example.org";

    private Application signing() {
        return application("client_secret_basic", "");
    }

    /** Beside the object, only what OAuth 2.0 wants there. */
    private static String visit(Application app, String object, String more) throws Exception {
        return go(app, "/oauth2/authorize?client_id=" + app.clientId() + more + "&request=" + encode(object));
    }

    private static String usual() {
        return "&response_type=code&scope=openid&state=s&redirect_uri=" + encode(Application.REDIRECT);
    }

    private String complete(Application app) {
        return signed(request(
                app,
                all -> all.issuer(app.clientId())
                        .audience(ISSUER)
                        .claim("state", "signed")
                        .notBeforeTime(Date.from(Instant.now().plusSeconds(20)))
                        .expirationTime(Date.from(Instant.now().plusSeconds(60)))));
    }

    @Test
    void whatIsSignedIsAskedWhateverStandsBesideIt() throws Exception {
        Application app = signing();
        String next = visit(app, complete(app), usual() + "&nonce=from-the-address&max_age=1");
        assertThat(next).startsWith("/oauth2/authorize?client_id=").contains("request_uri=urn%3A");
        assertThat(waiting(app))
                .contains("from-the-object", "3600", "auth_time", "email", "signed")
                .doesNotContain("from-the-address");
        assertThat(URLDecoder.decode(go(app, next), StandardCharsets.UTF_8))
                .startsWith("/sign-in?continue=/oauth2/authorize");
    }

    @Test
    void nothingButTheClientNeedStandBesideIt() throws Exception {
        Application app = signing();
        assertThat(visit(app, complete(app), "")).contains("request_uri=urn%3A");
        assertThat(visit(app, signedByCurve(app, "oauth-authz-req+jwt"), "")).contains("request_uri=urn%3A");
    }

    private String signedByCurve(Application app, String type) throws Exception {
        SignedJWT jwt = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256)
                        .keyID("one")
                        .type(new JOSEObjectType(type))
                        .build(),
                request(app, all -> all));
        jwt.sign(new ECDSASigner(key));
        return jwt.serialize();
    }

    @Test
    void noOtherObjectIsBelieved() throws Exception {
        Application app = signing();
        ECKey stranger = new ECKeyGenerator(Curve.P_256).keyID("one").generate();
        SignedJWT forged = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("one").build(), request(app, all -> all));
        forged.sign(new ECDSASigner(stranger));
        SignedJWT byPublicKey = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), request(app, all -> all));
        byPublicKey.sign(new MACSigner(other.toPublicJWK().toJSONString()));
        String whole = complete(app);
        for (String object : List.of(
                "x",
                new PlainJWT(request(app, all -> all)).serialize(),
                forged.serialize(),
                byPublicKey.serialize(),
                whole.substring(0, whole.length() - 2),
                signedByCurve(app, "dpop+jwt"),
                signed(request(app, all -> all.claim("client_id", "another"))),
                signed(request(app, all -> all.claim("response_type", "token"))),
                signed(request(app, all -> all.issuer("another"))),
                signed(request(app, all -> all.audience("https://another.example"))),
                signed(request(app, all -> all.subject(app.clientId()))),
                signed(request(app, all -> all.expirationTime(Date.from(Instant.EPOCH)))),
                signed(request(
                        app, all -> all.notBeforeTime(Date.from(Instant.now().plusSeconds(600))))),
                signed(request(app, all -> all.claim("request", "x"))),
                signed(request(app, all -> all.claim("request_uri", place))),
                signed(request(app, all -> all.claim("padding", "x".repeat(4500))))))
            assertThat(visit(app, object, usual())).as(object).contains("error=invalid_request_object", "state=s");
        assertThat(rows("oidc_pending", app.service().value())).isZero();
    }

    @Test
    void theAddressThatIsSignedMustBeRegisteredToo() throws Exception {
        Application app = signing();
        String evil = signed(request(app, all -> all.claim("redirect_uri", "https://evil.example/")));
        assertThat(visit(app, evil, usual())).startsWith("400").doesNotContain("https://evil.example");
        assertThat(visit(app, "x", "&scope=openid"))
                .as("nobody knows whom to answer")
                .startsWith("400");
    }

    @Test
    void oneRequestIsNotTwo() throws Exception {
        Application app = signing();
        String object = complete(app);
        assertThat(visit(app, object, usual() + "&request_uri=" + encode(place)))
                .contains("error=invalid_request&");
        assertThat(visit(app, object, usual() + "&request=" + encode(object))).contains("error=invalid_request&");
    }

    @Test
    void whoeverHasNoKeysSignsNothing() throws Exception {
        Application app = application(client(name()));
        String object = new PlainJWT(request(app, all -> all)).serialize();
        assertThat(visit(app, object, usual())).contains("error=request_not_supported");
    }

    @Test
    void aSignedRequestMayBePushed() {
        Application app = signing();
        Application.Answer pushed = app.post("/oauth2/par", Map.of("request", complete(app)));
        assertThat(pushed.status()).as(pushed.toString()).isEqualTo(201);
        assertThat(waiting(app)).contains("from-the-object", "signed");
        JWTClaimsSet foreign = request(app, all -> all.claim("client_id", "another"));
        for (String object : List.of(signed(foreign), new PlainJWT(request(app, all -> all)).serialize()))
            assertThat(app.post("/oauth2/par", Map.of("request", object)).error())
                    .isEqualTo("invalid_request_object");
    }
}
