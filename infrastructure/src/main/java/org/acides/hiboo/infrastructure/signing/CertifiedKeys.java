package org.acides.hiboo.infrastructure.signing;

import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * The keys that sign where others want a certificate (RFC 5280) rather than a JWK: RSA, 3,072 bits, certified by
 * themselves. They turn as {@link SigningKeys} do, more slowly, for their readers copy them by hand.
 */
public interface CertifiedKeys {

    record Certified(PrivateKey privateKey, X509Certificate certificate) {

        public PublicKey publicKey() {
            return certificate.getPublicKey();
        }

        /** Never the private half. */
        @Override
        public String toString() {
            return "Certified[" + certificate.getSubjectX500Principal() + "]";
        }
    }

    /** What signs now. */
    Certified current();

    /** Of every key that signs, signed or is about to: the one that signs now first. */
    List<X509Certificate> published();
}
