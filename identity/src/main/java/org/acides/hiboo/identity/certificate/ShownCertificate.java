package org.acides.hiboo.identity.certificate;

import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.List;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import org.acides.hiboo.identity.api.FactorKind;
import org.acides.hiboo.infrastructure.api.Refused;

/** What a browser showed. What it says beside the key is anybody's word, its own perhaps. */
public record ShownCertificate(X509Certificate certificate) {

    private static final int SHORTEST_RSA = 2048;
    private static final int SHORTEST_CURVE = 256;

    /** RFC 8176 values of what its holder proved: where the key lives, the certificate does not tell. */
    public static List<String> methods() {
        return FactorKind.CERTIFICATE.methods();
    }

    /** SubjectPublicKeyInfo (RFC 5280 §4.1.2.7), in DER. */
    byte[] key() {
        return certificate.getPublicKey().getEncoded();
    }

    /** @throws Refused {@code certificate.not-now} outside of its validity (RFC 5280 §4.1.2.5) */
    public void requireValid(Instant now) {
        if (now.isBefore(certificate.getNotBefore().toInstant())
                || now.isAfter(certificate.getNotAfter().toInstant())) throw new Refused("certificate.not-now");
    }

    /** @throws Refused {@code certificate.weak} for a key that signs less than 112 bits strongly (NIST SP 800-57) */
    public void requireStrong() {
        if (!strong(certificate.getPublicKey())) throw new Refused("certificate.weak");
    }

    private static boolean strong(PublicKey key) {
        return switch (key) {
            case RSAPublicKey rsa -> rsa.getModulus().bitLength() >= SHORTEST_RSA;
            case ECPublicKey curve -> curve.getParams().getOrder().bitLength() >= SHORTEST_CURVE;
            case EdECPublicKey _ -> true;
            default -> false;
        };
    }

    /** Whom it is made out to, for its holder to know it by: a common name, else the whole name; empty when there is none. */
    public String subject() {
        String whole = certificate.getSubjectX500Principal().getName();
        try {
            return new LdapName(whole)
                    .getRdns().stream()
                            .filter(part -> part.getType().equalsIgnoreCase("CN"))
                            .map(part -> String.valueOf(part.getValue()))
                            .findFirst()
                            .orElse(whole);
        } catch (InvalidNameException odd) {
            return whole;
        }
    }

    /** Never shows whose it is. */
    @Override
    public String toString() {
        return "ShownCertificate[]";
    }
}
