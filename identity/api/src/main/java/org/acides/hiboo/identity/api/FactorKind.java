package org.acides.hiboo.identity.api;

import java.util.List;

/** What somebody may prove who they are with, besides their password. */
public enum FactorKind {
    /** An application that shows a code of six digits, another every thirty seconds (RFC 6238). One an account. */
    TOTP("otp", SignedIn.MULTIPLE);

    private final List<String> methods;

    FactorKind(String... methods) {
        this.methods = List.of(methods);
    }

    /** RFC 8176 values that it adds to what was proved before. */
    public List<String> methods() {
        return methods;
    }
}
