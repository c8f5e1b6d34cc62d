package org.acides.hiboo.identity.oidc.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.acides.hiboo.catalog.api.OidcClient;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** Applications that brought keys, and write their requests as tokens. */
abstract class KeyedLife extends OidcLife {

    static final HttpClient BROWSER =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

    @Autowired
    PublishedKeys web;

    /** Where its requests may lie. */
    String place;

    ECKey key;
    RSAKey other;

    @BeforeEach
    void aClientHasKeys() throws Exception {
        place = "https://app.example/" + name() + "/request.jwt";
        key = new ECKeyGenerator(Curve.P_256).keyID("one").generate();
        other = new RSAKeyGenerator(2048).keyID("two").generate();
    }

    Application application(String method, String userinfo) {
        OidcClient like = client(name());
        OidcClient client = new OidcClient(
                like.clientId(),
                like.redirectUris(),
                List.of(),
                Set.of(method),
                like.grantTypes(),
                like.scopes(),
                "RS256",
                "",
                true,
                null,
                null,
                false,
                new JWKSet(List.of(key, other)).toPublicJWKSet().toString(),
                userinfo,
                List.of(URI.create(place)));
        return application(client);
    }

    JWTClaimsSet request(Application app, UnaryOperator<JWTClaimsSet.Builder> change) {
        return change.apply(new JWTClaimsSet.Builder()
                        .claim("client_id", app.clientId())
                        .claim("redirect_uri", Application.REDIRECT)
                        .claim("response_type", "code")
                        .claim("scope", "openid email")
                        .claim("nonce", "from-the-object")
                        .claim("max_age", 3600)
                        .claim("claims", Map.of("id_token", Map.of("auth_time", Map.of("essential", true)))))
                .build();
    }

    String signed(JWTClaimsSet claims) {
        try {
            SignedJWT jwt = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("two").build(), claims);
            jwt.sign(new RSASSASigner(other));
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }

    static String go(Application app, String path) throws Exception {
        HttpResponse<String> answer = BROWSER.send(
                HttpRequest.newBuilder(app.provider().resolve(path)).build(), BodyHandlers.ofString());
        return answer.headers().firstValue("Location").orElse(answer.statusCode() + " " + answer.body());
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** The request that waits for a person, as it was kept. */
    String waiting(Application app) {
        return jdbc.sql("SELECT request::text FROM identity.oidc_pending WHERE service_id = ?")
                .param(app.service().value())
                .query(String.class)
                .single();
    }
}
