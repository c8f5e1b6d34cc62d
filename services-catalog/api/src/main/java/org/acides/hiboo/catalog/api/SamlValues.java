package org.acides.hiboo.catalog.api;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;

/** What the fields of a SAML service provider take. */
final class SamlValues {

    private static final int LONGEST_CERTIFICATE = 10_000;
    private static final int FEWEST_BITS = 2048;

    private SamlValues() {}

    static void requireEntityId(String text) {
        if (!text.matches("[\\x21-\\x7E]{1,1024}"))
            throw new MalformedField("entityId", "1 to 1,024 visible characters");
        try {
            URI.create(text);
        } catch (IllegalArgumentException noUri) {
            throw (MalformedField) new MalformedField("entityId", "a URI").initCause(noUri);
        }
    }

    static void requireAddress(String field, URI uri) {
        boolean loopback = uri.getHost() != null && uri.getHost().matches("localhost|127\\.0\\.0\\.1|\\[::1]");
        boolean fine = uri.getHost() != null
                && uri.getRawUserInfo() == null
                && uri.getRawFragment() == null
                && uri.toString().length() <= 2000
                && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()) && loopback);
        if (!fine) throw new MalformedField(field, "an https address, or http on a loopback host");
    }

    static void requireName(String field, String text) {
        if (!text.matches("[\\x21-\\x7E]{0,200}")) throw new MalformedField(field, "at most 200 visible characters");
    }

    static void requireCertificate(String field, String text) {
        if (text.length() > LONGEST_CERTIFICATE) throw new MalformedField(field, "a certificate in base64");
        try {
            X509Certificate certificate = (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(
                            new ByteArrayInputStream(Base64.getDecoder().decode(text)));
            boolean strong = certificate.getPublicKey() instanceof RSAPublicKey key
                    && key.getModulus().bitLength() >= FEWEST_BITS;
            if (!strong) throw new MalformedField(field, "an RSA key of 2,048 bits or more");
        } catch (CertificateException | IllegalArgumentException junk) {
            if (junk instanceof MalformedField known) throw known;
            throw (MalformedField) new MalformedField(field, "a certificate in base64").initCause(junk);
        }
    }
}
