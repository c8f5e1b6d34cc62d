package org.acides.hiboo.identity.saml.message;

import static org.acides.hiboo.identity.saml.message.Names.METADATA;
import static org.acides.hiboo.identity.saml.message.Names.SIGNATURE;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import java.util.List;
import org.acides.hiboo.infrastructure.api.Refused;
import org.w3c.dom.Element;

/** The certificates in metadata, by what they are for. */
final class MetadataKeys {

    private static final int FEWEST_BITS = 2048;

    private MetadataKeys() {}

    /**
     * In base64 without breaks, each once.
     *
     * @param use {@code signing} or {@code encryption}; a key that does not say is for both
     * @throws Refused {@code saml.metadata-no-certificate}, {@code saml.metadata-weak-key}
     */
    static List<String> certificates(Element provider, String use) {
        return Xml.children(provider, METADATA, "KeyDescriptor").stream()
                .filter(key -> Xml.attribute(key, "use").map(use::equals).orElse(true))
                .flatMap(key -> Xml.children(key, SIGNATURE, "KeyInfo").stream())
                .flatMap(info -> Xml.children(info, SIGNATURE, "X509Data").stream())
                .flatMap(data -> Xml.children(data, SIGNATURE, "X509Certificate").stream()
                        .limit(1))
                .map(each -> checked(each.getTextContent().replaceAll("\\s", "")))
                .distinct()
                .toList();
    }

    private static String checked(String text) {
        try {
            X509Certificate certificate = (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(
                            new ByteArrayInputStream(Base64.getDecoder().decode(text)));
            boolean strong = certificate.getPublicKey() instanceof RSAPublicKey key
                    && key.getModulus().bitLength() >= FEWEST_BITS;
            if (!strong) throw new Refused("saml.metadata-weak-key");
            return text;
        } catch (CertificateException | IllegalArgumentException junk) {
            throw new Refused("saml.metadata-no-certificate");
        }
    }
}
