package org.acides.hiboo.identity.saml.provider;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.security.PublicKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Base64;
import java.util.List;
import org.acides.hiboo.catalog.api.SamlServiceProvider;
import org.acides.hiboo.identity.api.ServiceRef;
import org.jspecify.annotations.Nullable;

/**
 * A service that was not retired, as a service provider.
 *
 * @param open whether members enter it now
 * @param home where the application itself is
 */
public record ServiceProvider(ServiceRef service, String name, boolean open, URI home, SamlServiceProvider definition) {

    public String entityId() {
        return definition.entityId();
    }

    /** What its messages are verified with. */
    public List<PublicKey> signingKeys() {
        return definition.signingCertificates().stream()
                .map(ServiceProvider::key)
                .toList();
    }

    /** What assertions for it are encrypted with, or null for nothing. */
    public @Nullable PublicKey encryptionKey() {
        return definition.encryptionCertificate().isEmpty() ? null : key(definition.encryptionCertificate());
    }

    private static PublicKey key(String certificate) {
        try {
            return CertificateFactory.getInstance("X.509")
                    .generateCertificate(
                            new ByteArrayInputStream(Base64.getDecoder().decode(certificate)))
                    .getPublicKey();
        } catch (CertificateException e) {
            throw new IllegalStateException(e);
        }
    }
}
