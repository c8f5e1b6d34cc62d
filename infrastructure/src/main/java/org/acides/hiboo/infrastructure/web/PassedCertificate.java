package org.acides.hiboo.infrastructure.web;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.springframework.web.util.UriUtils;

/** Reads a certificate out of a header. Each form tells itself: the one begins with a colon, the other with dashes. */
final class PassedCertificate {

    private static final int LONGEST = 12_000;
    private static final String BEGIN = "-----BEGIN CERTIFICATE-----";
    private static final String END = "-----END CERTIFICATE-----";

    private PassedCertificate() {}

    /**
     * @param value a byte sequence (RFC 8941 §3.3.5) of DER, or percent-encoded PEM (RFC 7468 §5.1)
     * @return empty when it is neither, or not one certificate and nothing more
     */
    static Optional<X509Certificate> read(String value) {
        if (value.length() > LONGEST) return Optional.empty();
        try {
            String text = value.strip();
            byte[] der = text.startsWith(":") ? sequence(text) : pem(text);
            X509Certificate certificate = (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
            return Arrays.equals(certificate.getEncoded(), der) ? Optional.of(certificate) : Optional.empty();
        } catch (CertificateException | IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private static byte[] sequence(String text) {
        if (text.length() < 2 || !text.endsWith(":")) throw new IllegalArgumentException("no byte sequence");
        return Base64.getDecoder().decode(text.substring(1, text.length() - 1));
    }

    private static byte[] pem(String escaped) {
        String text = UriUtils.decode(escaped, StandardCharsets.US_ASCII).strip();
        if (!text.startsWith(BEGIN) || !text.endsWith(END)) throw new IllegalArgumentException("no certificate");
        return Base64.getDecoder()
                .decode(text.substring(BEGIN.length(), text.length() - END.length())
                        .replaceAll("\\s", ""));
    }
}
