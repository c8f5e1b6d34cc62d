package org.acides.hiboo.identity.oidc;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.acides.hiboo.catalog.api.Assurance;
import org.acides.hiboo.identity.factor.Levels;

/** How surely a person is known, as a name in {@code acr} (OpenID Connect Core §2). Each level satisfies those before it. */
public final class Acr {

    /** Proved by a secret that the person knows. */
    public static final String PASSWORD = "urn:hiboo:acr:password";

    /** Proved by more than one factor. */
    public static final String SECOND_FACTOR = "urn:hiboo:acr:mfa";

    /** One of these factors a key that signs for our pages alone. */
    public static final String PHISHING_RESISTANT = "urn:hiboo:acr:phishing-resistant";

    private Acr() {}

    /** Every level there is, weakest first. */
    public static List<String> known() {
        return Arrays.stream(Assurance.values()).map(Acr::name).toList();
    }

    /** @param methods RFC 8176 values, at least one */
    public static String of(List<String> methods) {
        if (methods.isEmpty()) throw new IllegalArgumentException("nothing was proved");
        return name(Levels.of(methods));
    }

    /** Whether that was proved by which a level is reached; one that nobody knows never is. */
    public static boolean reached(String level, Collection<String> methods) {
        return Arrays.stream(Assurance.values())
                .anyMatch(known -> name(known).equals(level) && Levels.reach(known, methods));
    }

    /** The strongest of some levels that was reached: what an application that named them is answered. */
    public static Optional<String> strongest(Collection<String> levels, Collection<String> methods) {
        return known().reversed().stream()
                .filter(level -> levels.contains(level) && reached(level, methods))
                .findFirst();
    }

    private static String name(Assurance level) {
        return switch (level) {
            case PASSWORD -> PASSWORD;
            case SECOND_FACTOR -> SECOND_FACTOR;
            case PHISHING_RESISTANT -> PHISHING_RESISTANT;
        };
    }
}
