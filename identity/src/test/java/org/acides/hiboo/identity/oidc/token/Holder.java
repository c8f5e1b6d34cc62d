package org.acides.hiboo.identity.oidc.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.acides.hiboo.infrastructure.secret.Secret;

/** Whoever holds a key, and proves it (RFC 9449). */
record Holder(ECKey key) {

    static final String PROVIDER = "https://id.example.org";

    static Holder random() {
        try {
            return new Holder(new ECKeyGenerator(Curve.P_256).generate());
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }

    String thumbprint() {
        try {
            return key.computeThumbprint().toString();
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }

    /** For the token endpoint. */
    String proof() {
        return proof("POST", "/oauth2/token", all -> all);
    }

    /** For a call with an access token. */
    String proof(String accessToken) {
        return proof("GET", "/userinfo", all -> all.claim("ath", digest(accessToken)));
    }

    String proof(String method, String path, UnaryOperator<JWTClaimsSet.Builder> change) {
        return proof(
                new JWSHeader.Builder(JWSAlgorithm.ES256)
                        .type(new JOSEObjectType("dpop+jwt"))
                        .jwk(key.toPublicJWK())
                        .build(),
                change.apply(new JWTClaimsSet.Builder()
                                .jwtID(UUID.randomUUID().toString())
                                .claim("htm", method)
                                .claim("htu", PROVIDER + path)
                                .issueTime(Date.from(Instant.now())))
                        .build());
    }

    String proof(JWSHeader header, JWTClaimsSet claims) {
        try {
            SignedJWT jwt = new SignedJWT(header, claims);
            jwt.sign(new ECDSASigner(key));
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }

    static String digest(String token) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Secret.digest(token));
    }
}
