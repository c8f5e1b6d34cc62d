package org.acides.hiboo.catalog.api;

import java.util.regex.Pattern;

/** A service's short name in addresses: 2 to 40 of a-z, 0-9 and inner hyphens. */
public final class Slug {

    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9-]{0,38}[a-z0-9]");

    private Slug() {}

    public static boolean isWellFormed(String text) {
        return FORM.matcher(text).matches();
    }
}
