package org.acides.hiboo.identity.oidc;

import java.util.List;

/**
 * How surely a person is known, as a name in {@code acr} (OpenID Connect Core §2). Each level satisfies those before it.
 * There is one so far.
 */
public final class Acr {

    /** Proved by a secret that the person knows. */
    public static final String PASSWORD = "urn:hiboo:acr:password";

    private Acr() {}

    /** Every level there is, weakest first. */
    public static List<String> known() {
        return List.of(PASSWORD);
    }

    /** @param methods RFC 8176 values, at least one */
    public static String of(List<String> methods) {
        if (methods.isEmpty()) throw new IllegalArgumentException("nothing was proved");
        return PASSWORD;
    }
}
