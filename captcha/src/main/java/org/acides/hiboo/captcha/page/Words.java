package org.acides.hiboo.captcha.page;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/** The words of the captcha's own pages, in the language of one visitor. */
public final class Words {

    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final Locale locale;
    private final ResourceBundle bundle;

    private Words(Locale locale) {
        this.locale = locale;
        bundle = ResourceBundle.getBundle("messages/captcha-pages", locale, NO_FALLBACK);
    }

    /**
     * @param wanted what the address says, {@code fr} or {@code en}; anything else leaves it to the browser
     * @param browser what the browser likes best
     */
    public static Words of(@Nullable String wanted, Locale browser) {
        boolean said = "fr".equals(wanted) || "en".equals(wanted);
        boolean french = said ? "fr".equals(wanted) : browser.getLanguage().equals("fr");
        return new Words(french ? Locale.FRENCH : Locale.ENGLISH);
    }

    public Locale locale() {
        return locale;
    }

    public String language() {
        return locale.getLanguage();
    }

    public String other() {
        return locale.equals(Locale.FRENCH) ? "en" : "fr";
    }

    public String say(String key, Object... arguments) {
        String pattern = bundle.getString(key);
        return arguments.length == 0 ? pattern : new MessageFormat(pattern, locale).format(arguments);
    }
}
