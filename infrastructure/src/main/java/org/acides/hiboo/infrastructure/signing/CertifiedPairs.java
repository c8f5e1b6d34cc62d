package org.acides.hiboo.infrastructure.signing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.Base64;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.acides.hiboo.infrastructure.signing.CertifiedKeys.Certified;

/** RSA pairs that carry their certificate (RFC 7517 §4.7, {@code x5c}). */
final class CertifiedPairs {

    /** Names them in the table: the algorithm that they sign with is RS256 like that of tokens, which they never sign. */
    static final JWSAlgorithm NAME = new JWSAlgorithm("RS256-X509");

    private static final int BITS = 3072;

    /** A certificate outlives its key by far: readers that look at its end shall not stop in the middle of a night. */
    private static final Duration VALIDITY = Duration.ofDays(3653);

    private CertifiedPairs() {}

    static JWK make(JWSAlgorithm name, Instant now) {
        try {
            RSAKey pair = new RSAKeyGenerator(BITS)
                    .keyUse(KeyUse.SIGNATURE)
                    .keyIDFromThumbprint(true)
                    .generate();
            X509Certificate certificate = SelfSigned.certificate(
                    "Hiboo " + pair.getKeyID().substring(0, 8),
                    pair.toKeyPair(),
                    now.minus(Duration.ofHours(1)),
                    now.plus(VALIDITY));
            return new RSAKey.Builder(pair)
                    .x509CertChain(List.of(Base64.encode(certificate.getEncoded())))
                    .build();
        } catch (JOSEException | CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    static Certified open(JWK pair) {
        try {
            return new Certified(pair.toRSAKey().toPrivateKey(), certificate(pair));
        } catch (JOSEException e) {
            throw new IllegalStateException("the signing key " + pair.getKeyID() + " is damaged", e);
        }
    }

    static X509Certificate certificate(JWK pair) {
        List<X509Certificate> chain = pair.getParsedX509CertChain();
        if (chain == null)
            throw new IllegalStateException("the signing key " + pair.getKeyID() + " has no certificate");
        return chain.getFirst();
    }
}
