package org.acides.hiboo.infrastructure.start;

import java.security.Provider;
import java.security.Security;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/**
 * Puts AWS-LC, by the Amazon Corretto Crypto Provider, before the JDK's own cryptography where it runs: it signs ES256 in a
 * tenth of the time. Where it does not (another platform, a temporary directory without leave to execute), the JDK's does
 * the same work, slower.
 */
public final class NativeCryptography {

    private static final String NAME = "com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider";

    private NativeCryptography() {}

    /** Before anything asks for a signature, once a process. */
    public static void install() {
        try {
            ServiceLoader.load(Provider.class).stream()
                    .filter(found -> found.type().getName().equals(NAME))
                    .map(ServiceLoader.Provider::get)
                    .filter(found -> found.getService("Signature", "SHA256withECDSAinP1363Format") != null)
                    .forEach(found -> Security.insertProviderAt(found, 1));
        } catch (ServiceConfigurationError | LinkageError notHere) {
            // The JDK's own stays first.
        }
    }
}
