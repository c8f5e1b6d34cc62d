package org.acides.hiboo.identity.oidc.dpop;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.factories.DefaultJWSVerifierFactory;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.math.BigInteger;
import java.net.URI;
import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A proof that its own signature bears out (RFC 9449 §4.2); whether it is of this request and of now is not said.
 *
 * @param key SHA-256 thumbprint (RFC 7638) of the key that signed it: 43 characters of base64url
 * @param id {@code jti}, 1 to 200 characters
 * @param tokenHash {@code ath}, or null without
 * @param nonce of ours, or null without
 */
record Proof(
        String key,
        String id,
        String method,
        URI address,
        Instant issuedAt,
        @Nullable String tokenHash,
        @Nullable String nonce) {

    static final Set<String> ALGORITHMS = Set.of("ES256", "RS256", "PS256");

    private static final JOSEObjectType TYPE = new JOSEObjectType("dpop+jwt");
    private static final int LONGEST = 8192;
    private static final int LONGEST_ID = 200;

    /** @throws IllegalArgumentException when it is none, with what is wrong in words for developers */
    static Proof parse(String text) {
        if (text.length() > LONGEST) throw new IllegalArgumentException("too long");
        try {
            SignedJWT jwt = SignedJWT.parse(text);
            JWK key = key(jwt.getHeader());
            if (!signed(jwt, key)) throw new IllegalArgumentException("its signature does not hold");
            return read(key.computeThumbprint().toString(), jwt.getJWTClaimsSet());
        } catch (ParseException | JOSEException malformed) {
            throw new IllegalArgumentException("no signed JWT", malformed);
        }
    }

    private static JWK key(JWSHeader header) {
        if (!TYPE.equals(header.getType())) throw new IllegalArgumentException("typ: dpop+jwt");
        if (!ALGORITHMS.contains(header.getAlgorithm().getName()))
            throw new IllegalArgumentException("alg: not supported");
        JWK key = header.getJWK();
        if (key == null || key.isPrivate()) throw new IllegalArgumentException("jwk: a public key");
        if (key instanceof RSAKey rsa && !usual(rsa)) throw new IllegalArgumentException("jwk: 2048 to 4096 bits");
        return key;
    }

    /** Who chooses the numbers chooses how long we calculate. */
    private static boolean usual(RSAKey key) {
        BigInteger modulus = key.getModulus().decodeToBigInteger();
        BigInteger exponent = key.getPublicExponent().decodeToBigInteger();
        return modulus.bitLength() >= 2048 && modulus.bitLength() <= 4096 && exponent.bitLength() <= 32;
    }

    private static boolean signed(SignedJWT jwt, JWK key) throws JOSEException {
        if (!(key instanceof AsymmetricJWK pair)) return false;
        return jwt.verify(new DefaultJWSVerifierFactory().createJWSVerifier(jwt.getHeader(), pair.toPublicKey()));
    }

    private static Proof read(String key, JWTClaimsSet claims) throws ParseException {
        String id = claims.getJWTID();
        String method = claims.getStringClaim("htm");
        String address = claims.getStringClaim("htu");
        Date issuedAt = claims.getIssueTime();
        if (id == null || id.isEmpty() || id.length() > LONGEST_ID)
            throw new IllegalArgumentException("jti: 1 to " + LONGEST_ID + " characters");
        if (method == null || address == null || issuedAt == null)
            throw new IllegalArgumentException("htm, htu and iat are required");
        return new Proof(
                key,
                id,
                method,
                plain(address),
                issuedAt.toInstant(),
                claims.getStringClaim("ath"),
                claims.getStringClaim("nonce"));
    }

    /** Without query and fragment, and written as everybody writes it (RFC 9449 §4.3, RFC 3986 §6.2.2 and §6.2.3). */
    static URI plain(String address) {
        URI uri = URI.create(address).normalize();
        if (uri.getScheme() == null || uri.getHost() == null) throw new IllegalArgumentException("htu: an address");
        String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        boolean usual = uri.getPort() < 0 || uri.getPort() == (scheme.equals("https") ? 443 : 80);
        String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return URI.create(
                scheme + "://" + uri.getHost().toLowerCase(Locale.ROOT) + (usual ? "" : ":" + uri.getPort()) + path);
    }
}
