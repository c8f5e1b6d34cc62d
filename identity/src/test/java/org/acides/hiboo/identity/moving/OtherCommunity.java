package org.acides.hiboo.identity.moving;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Signs as another Hiboo does, and as one that means no good. */
final class OtherCommunity {

    static final String US = "http://localhost:8080";
    static final String CODE = "abcde-fghij-klmno-pqrst-uvwxy-z2345";

    final URI address = URI.create("https://" + UUID.randomUUID() + ".example");
    final ECKey key = key();

    static ECKey key() {
        try {
            return new ECKeyGenerator(Curve.P_256)
                    .keyID(UUID.randomUUID().toString())
                    .generate();
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }

    JWKSet published() {
        return new JWKSet(key.toPublicJWK());
    }

    static Bundle.Line line(String service, String username) {
        return line(service, username, UUID.randomUUID().toString());
    }

    static Bundle.Line line(String service, String username, String subject) {
        return new Bundle.Line(
                UUID.randomUUID().toString(),
                service,
                "Mastodon there",
                username,
                subject,
                "somebody@alias.there.example",
                Instant.parse("2024-03-01T10:00:00Z"));
    }

    byte[] file(Bundle.Line... lines) {
        return file(UUID.randomUUID(), claims -> claims, lines);
    }

    byte[] file(UUID id, UnaryOperator<JWTClaimsSet.Builder> change, Bundle.Line... lines) {
        return BundleFile.close(
                sign(Bundle.TYPE, key, change.apply(claims(id, lines)).build()), CODE);
    }

    JWTClaimsSet.Builder claims(UUID id, Bundle.Line... lines) {
        Bundle bundle = new Bundle(id, "hulotte", Instant.EPOCH, Arrays.asList(lines));
        JWTClaimsSet.Builder claims = about(Duration.ofDays(7));
        bundle.claims().forEach(claims::claim);
        return claims;
    }

    /** A receipt for a bundle of ours. */
    String receipt(UUID bundle, String ref) {
        JWTClaimsSet.Builder claims = about(Duration.ofMinutes(5));
        new Receipt(bundle, ref).claims().forEach(claims::claim);
        return sign(Receipt.TYPE, key, claims.build());
    }

    private JWTClaimsSet.Builder about(Duration goodFor) {
        Instant now = Instant.now();
        return new JWTClaimsSet.Builder()
                .issuer(address.toString())
                .audience(List.of(US))
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(goodFor)));
    }

    static String sign(String type, ECKey key, JWTClaimsSet claims) {
        SignedJWT jwt = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256)
                        .type(new JOSEObjectType(type))
                        .keyID(key.getKeyID())
                        .build(),
                claims);
        try {
            jwt.sign(new ECDSASigner(key));
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
        return jwt.serialize();
    }

    static Map<String, String> all(Arrival arrival) {
        Map<String, String> wanted = new LinkedHashMap<>();
        for (Coming one : arrival.profiles()) wanted.put(one.line().ref(), one.username());
        return wanted;
    }
}
