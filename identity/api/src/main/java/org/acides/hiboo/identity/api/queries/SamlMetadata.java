package org.acides.hiboo.identity.api.queries;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a SAML service provider says of itself, as far as it matters here. It is a stranger's word until an administrator
 * makes it theirs.
 *
 * @param consumers where it takes assertions by POST, its default first, at least one
 * @param logout where it takes logout messages, by the binding that this side prefers, or null
 * @param signingCertificates X.509 in DER, in base64
 * @param encryptionCertificate the same, or empty
 * @param requestsSigned {@code AuthnRequestsSigned}
 * @param emailNames whether it wants to know people by an address rather than by anything else
 */
public record SamlMetadata(
        String entityId,
        List<Consumer> consumers,
        @Nullable Logout logout,
        List<String> signingCertificates,
        String encryptionCertificate,
        boolean requestsSigned,
        boolean emailNames) {

    public SamlMetadata {
        consumers = List.copyOf(consumers);
        signingCertificates = List.copyOf(signingCertificates);
    }

    public record Consumer(URI address, int index) {}

    /** @param post by POST; else by redirect */
    public record Logout(boolean post, URI address, URI answers) {}
}
