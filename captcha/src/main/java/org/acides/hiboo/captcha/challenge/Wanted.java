package org.acides.hiboo.captcha.challenge;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A challenge that a page asks for.
 *
 * @param kind null for the first that the site accepts
 * @param action what the form is for, as the site calls it: 0 to 100 of {@code A-Za-z0-9_/-}
 * @param cdata whatever the site wants told by siteverify: 0 to 255 of {@code A-Za-z0-9_-}
 * @param host of the page, where the browser said so and the site has it; else null
 * @param locale French, or English for everybody else
 */
public record Wanted(
        @Nullable String kind,
        String action,
        String cdata,
        @Nullable String host,
        Locale locale) {

    private static final Pattern ACTION = Pattern.compile("[A-Za-z0-9_/-]{0,100}");
    private static final Pattern CDATA = Pattern.compile("[A-Za-z0-9_-]{0,255}");

    /** @throws IllegalArgumentException for an action or customer data of another form */
    public Wanted {
        if (!ACTION.matcher(action).matches()) throw new IllegalArgumentException("action: 0 to 100 of A-Za-z0-9_/-");
        if (!CDATA.matcher(cdata).matches()) throw new IllegalArgumentException("cdata: 0 to 255 of A-Za-z0-9_-");
        locale = locale.getLanguage().equals("fr") ? Locale.FRENCH : Locale.ENGLISH;
    }
}
