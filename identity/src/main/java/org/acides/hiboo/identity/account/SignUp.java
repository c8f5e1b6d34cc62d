package org.acides.hiboo.identity.account;

import java.util.Locale;

/** Who may sign up: property {@code hiboo.sign-up}. */
public enum SignUp {
    /** Anybody, with an invitation or without. */
    OPEN,
    /** Whoever holds an invitation. */
    INVITATION,
    /** Nobody. */
    CLOSED;

    /** @throws IllegalArgumentException for any other word: Hiboo does not start */
    static SignUp of(String property) {
        for (SignUp mode : values()) if (mode.name().toLowerCase(Locale.ROOT).equals(property)) return mode;
        throw new IllegalArgumentException("hiboo.sign-up: open, invitation or closed");
    }
}
