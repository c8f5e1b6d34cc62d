package org.acides.hiboo.identity.factor;

import java.util.Locale;

/** What people type for a code: with blanks and dashes where they see some, and letters that look like digits. */
public final class Typed {

    private static final int LONGEST = 60;

    private Typed() {}

    /** Whether it has the shape of an authenticator's code; else it can only be a recovery code. */
    public static boolean isDigits(String typed) {
        return bare(typed).matches("[0-9]{6}");
    }

    /** Without blanks and dashes. */
    static String bare(String typed) {
        return typed.length() > LONGEST ? "" : typed.replaceAll("[\\s\\u00a0-]", "");
    }

    /** As Crockford's Base32 reads it. */
    static String letters(String typed) {
        return bare(typed)
                .toUpperCase(Locale.ROOT)
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
    }
}
