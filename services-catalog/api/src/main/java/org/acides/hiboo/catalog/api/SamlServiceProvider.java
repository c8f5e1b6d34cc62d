package org.acides.hiboo.catalog.api;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A service as a SAML 2.0 service provider (SAML V2.0 Metadata §2.4.4 names most of the fields).
 *
 * @param entityId an address or another URI of at most 1,024 characters; unique in the instance
 * @param consumers where assertions are posted, at least one and at most 20; the first is the default
 * @param logout where it is told of signing out, or null when it is not told
 * @param signingCertificates what it signs with: X.509 in DER, in base64 without breaks; RSA of 2,048 bits or more; at
 *     most 5. Their validity in time is not looked at: the administrator vouches for them
 * @param encryptionCertificate what assertions are encrypted for, of the same form; empty for none
 * @param signedRequests whether it may ask for sign-in by signed requests alone
 * @param nameId what it knows a profile by unless it asks otherwise
 * @param attributes which names it reads the profile's values under
 * @param fromHome whether members enter it from Hiboo's home, without a request of its own
 */
public record SamlServiceProvider(
        String entityId,
        List<Consumer> consumers,
        @Nullable Logout logout,
        List<String> signingCertificates,
        String encryptionCertificate,
        boolean signedRequests,
        NameId nameId,
        Attributes attributes,
        boolean fromHome) {

    /** What a service provider knows a profile by. */
    public enum NameId {
        /** The profile's pairwise subject (SAML V2.0 Core §8.3.7). */
        PERSISTENT,
        /** The profile's alias (§8.3.2). */
        EMAIL
    }

    /** How messages travel to a logout address: SAML V2.0 Bindings §3.4 or §3.5. */
    public enum Binding {
        REDIRECT,
        POST
    }

    /**
     * Where assertions are posted (HTTP POST binding).
     *
     * @param index by which a request may name it, 0 to 65,535
     */
    public record Consumer(URI address, int index) {
        public Consumer {
            SamlValues.requireAddress("consumers", address);
            if (index < 0 || index > 65_535) throw new MalformedField("consumers", "an index of 0 to 65,535");
        }
    }

    /** @param answers where answers to its own logout requests go; often the same address */
    public record Logout(Binding binding, URI address, URI answers) {
        public Logout {
            Objects.requireNonNull(binding);
            SamlValues.requireAddress("logout", address);
            SamlValues.requireAddress("logout", answers);
        }
    }

    /** Names of attributes, each at most 200 characters without spaces; empty for what is not told. */
    public record Attributes(String username, String alias, String displayName) {
        public Attributes {
            SamlValues.requireName("usernameAttribute", username);
            SamlValues.requireName("aliasAttribute", alias);
            SamlValues.requireName("displayNameAttribute", displayName);
        }
    }

    public SamlServiceProvider {
        consumers = List.copyOf(consumers);
        signingCertificates = List.copyOf(signingCertificates);
        Objects.requireNonNull(nameId);
        Objects.requireNonNull(attributes);
        SamlValues.requireEntityId(entityId);
        if (consumers.isEmpty() || consumers.size() > 20) throw new MalformedField("consumers", "1 to 20 addresses");
        if (consumers.stream().map(Consumer::index).distinct().count() < consumers.size())
            throw new MalformedField("consumers", "each index once");
        if (signingCertificates.size() > 5) throw new MalformedField("signingCertificates", "at most 5");
        for (String certificate : signingCertificates)
            SamlValues.requireCertificate("signingCertificates", certificate);
        if (!encryptionCertificate.isEmpty())
            SamlValues.requireCertificate("encryptionCertificate", encryptionCertificate);
        if (signedRequests && signingCertificates.isEmpty())
            throw new MalformedField("signedRequests", "a certificate to verify them with");
    }
}
