package org.acides.hiboo.identity.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.crypto.factories.DefaultJWSVerifierFactory;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.text.ParseException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.acides.hiboo.infrastructure.signing.SigningKeys;
import org.acides.hiboo.infrastructure.web.PublicAddress;
import org.springframework.stereotype.Component;

/** Reads ID tokens that applications hand back: only what we signed, be it expired or not (OpenID Connect Core §3.1.2.1). */
@Component
public class IdTokenHints {

    private static final int LONGEST = 4096;
    private static final byte[] ED25519 = HexFormat.of().parseHex("302a300506032b6570032100");

    private final SigningKeys keys;
    private final PublicAddress issuer;

    IdTokenHints(SigningKeys keys, PublicAddress issuer) {
        this.keys = keys;
        this.issuer = issuer;
    }

    /**
     * @param audience client identifiers
     * @param session {@code sid}; empty without
     */
    public record Hint(String subject, List<String> audience, String session) {
        public Hint {
            audience = List.copyOf(audience);
        }
    }

    /** Empty for anything that is no ID token of ours, or whose key is no longer published. */
    public Optional<Hint> read(String token) {
        if (token.length() > LONGEST) return Optional.empty();
        try {
            SignedJWT jwt = SignedJWT.parse(token);
            JWK key = keys.published().getKeyByKeyId(jwt.getHeader().getKeyID());
            if (key == null || !jwt.getHeader().getAlgorithm().equals(key.getAlgorithm()) || !signed(jwt, key))
                return Optional.empty();
            JWTClaimsSet claims = jwt.getJWTClaimsSet();
            boolean ours = issuer.origin().toString().equals(claims.getIssuer()) && claims.getSubject() != null;
            // Access and logout tokens are of other types (RFC 8725 §3.11).
            boolean idToken = JOSEObjectType.JWT.equals(jwt.getHeader().getType());
            return ours && idToken
                    ? Optional.of(new Hint(claims.getSubject(), claims.getAudience(), session(claims)))
                    : Optional.empty();
        } catch (ParseException | JOSEException | GeneralSecurityException notOurs) {
            return Optional.empty();
        }
    }

    private static String session(JWTClaimsSet claims) {
        return claims.getClaim("sid") instanceof String sid ? sid : "";
    }

    private static boolean signed(SignedJWT jwt, JWK key) throws JOSEException, GeneralSecurityException {
        if (key instanceof OctetKeyPair edwards) {
            Signature check = Signature.getInstance("Ed25519");
            byte[] point = edwards.getDecodedX();
            byte[] encoded = java.util.Arrays.copyOf(ED25519, ED25519.length + point.length);
            System.arraycopy(point, 0, encoded, ED25519.length, point.length);
            check.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded)));
            check.update(jwt.getSigningInput());
            return check.verify(jwt.getSignature().decode());
        }
        if (!(key instanceof AsymmetricJWK asymmetric)) return false;
        return jwt.verify(new DefaultJWSVerifierFactory().createJWSVerifier(jwt.getHeader(), asymmetric.toPublicKey()));
    }
}
