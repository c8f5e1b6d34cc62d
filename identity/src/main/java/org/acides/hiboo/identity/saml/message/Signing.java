package org.acides.hiboo.identity.saml.message;

import java.security.PublicKey;
import org.acides.hiboo.infrastructure.signing.CertifiedKeys.Certified;
import org.apache.xml.security.encryption.XMLCipher;
import org.jspecify.annotations.Nullable;
import org.keycloak.saml.BaseSAML2BindingBuilder;
import org.keycloak.saml.SignatureAlgorithm;
import org.keycloak.saml.common.exceptions.ConfigurationException;
import org.keycloak.saml.common.exceptions.ProcessingException;
import org.keycloak.saml.common.util.DocumentUtil;
import org.w3c.dom.Document;

/**
 * Signs and encrypts with what every service provider of the last ten years understands: RSA with SHA-256, AES-256-GCM,
 * and RSA-OAEP whose digest is said to be SHA-1, for its other digests are read in two ways.
 */
final class Signing {

    private static final class Builder extends BaseSAML2BindingBuilder<Builder> {}

    private Signing() {}

    private static Builder with(Certified key) {
        return new Builder()
                .signatureAlgorithm(SignatureAlgorithm.RSA_SHA256)
                .signWith(null, key.privateKey(), key.publicKey(), key.certificate());
    }

    /** A message with its signature. */
    static String message(Document document, Certified key) throws ProcessingException, ConfigurationException {
        with(key).signDocument(document);
        return text(document);
    }

    /**
     * A response: the assertion signed, then encrypted, then the whole signed.
     *
     * @param encryption the service provider's, or null
     */
    static String response(Document document, Certified key, @Nullable PublicKey encryption)
            throws ProcessingException, ConfigurationException {
        Builder builder = with(key);
        builder.signAssertion(document);
        if (encryption != null)
            builder.encrypt(encryption)
                    .encryptionAlgorithm(XMLCipher.AES_256_GCM)
                    .keyEncryptionAlgorithm(XMLCipher.RSA_OAEP)
                    .keyEncryptionDigestMethod(XMLCipher.SHA1)
                    .encryptDocument(document);
        builder.signDocument(document);
        return text(document);
    }

    static String text(Document document) throws ProcessingException, ConfigurationException {
        return DocumentUtil.getDocumentAsString(document);
    }
}
