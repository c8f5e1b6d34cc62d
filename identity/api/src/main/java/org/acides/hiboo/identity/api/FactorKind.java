package org.acides.hiboo.identity.api;

import java.util.List;

/** What somebody may prove who they are with, besides their password. */
public enum FactorKind {
    /** An application that shows a code of six digits, another every thirty seconds (RFC 6238). One an account. */
    TOTP("otp", SignedIn.MULTIPLE),
    /** A key pair of a device, a security key or a password manager (WebAuthn). Several an account. */
    PASSKEY(SignedIn.SOFTWARE_KEY, "user", SignedIn.MULTIPLE),
    /** A key pair with which the browser introduced itself to the proxy in front of us (RFC 8446 §4.4.2). Several an account. */
    CERTIFICATE(SignedIn.SOFTWARE_KEY, SignedIn.MULTIPLE);

    private final List<String> methods;

    FactorKind(String... methods) {
        this.methods = List.of(methods);
    }

    /** RFC 8176 values that it adds, at least, to what was proved before. */
    public List<String> methods() {
        return methods;
    }
}
