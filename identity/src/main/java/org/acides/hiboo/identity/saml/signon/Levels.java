package org.acides.hiboo.identity.saml.signon;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.acides.hiboo.identity.oidc.Acr;

/**
 * How surely somebody is known, as SAML says it (SAML V2.0 Authentication Context): the classes that service providers
 * ask for, each beside the level that reaches it. Our own names of levels are classes too.
 */
final class Levels {

    static final String PASSWORD = "urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport";

    /** The REFEDS profile of multi-factor authentication, the one name for it that federations share. */
    static final String TWO_FACTORS = "https://refeds.org/profile/mfa";

    private static final Map<String, Integer> CLASSES = Map.of(
            "urn:oasis:names:tc:SAML:2.0:ac:classes:unspecified",
            0,
            "urn:oasis:names:tc:SAML:2.0:ac:classes:Password",
            0,
            PASSWORD,
            0,
            "https://refeds.org/profile/sfa",
            0,
            TWO_FACTORS,
            1);

    private Levels() {}

    /**
     * The class to name in the assertion: one that was asked for and is reached, or what the level is called where nothing
     * was asked. Empty when what was asked is not reached. A stronger level satisfies whoever is content with a weaker.
     *
     * @param methods RFC 8176 values
     */
    static Optional<String> named(List<String> asked, String comparison, List<String> methods) {
        int level = Acr.known().indexOf(Acr.of(methods));
        if (asked.isEmpty()) return Optional.of(level > 0 ? TWO_FACTORS : PASSWORD);
        return asked.stream().filter(each -> reached(each, comparison, level)).findFirst();
    }

    private static boolean reached(String name, String comparison, int level) {
        int wanted = CLASSES.getOrDefault(name, Acr.known().indexOf(name));
        if (wanted < 0) return false;
        return switch (comparison) {
            case "better" -> level > wanted;
            case "exact", "minimum", "maximum" -> level >= wanted;
            default -> false;
        };
    }
}
