package org.acides.hiboo.webui.i18n;

import com.vaadin.flow.i18n.I18NProvider;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.stereotype.Component;

/**
 * Words from our own bundle and from those of the contexts, whose rules say no in their own words. Every message is a
 * {@link java.text.MessageFormat}: an apostrophe in it is written twice.
 */
@Component
class Translations implements I18NProvider {

    /** Where a key stands in two bundles, the first of them speaks. */
    private static final List<String> BUNDLES = List.of(
            "messages/webui",
            "messages/webui-admin",
            "messages/account",
            "messages/pages",
            "messages/factor",
            "messages/passkey",
            "messages/profile",
            "messages/migration",
            "messages/oidc",
            "messages/saml",
            "messages/catalog",
            "messages/captcha");

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(Translations.class);

    private final transient ResourceBundleMessageSource messages = new ResourceBundleMessageSource();

    Translations() {
        messages.setBasenames(BUNDLES.stream().filter(Translations::isThere).toArray(String[]::new));
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        messages.setAlwaysUseMessageFormat(true);
    }

    private static boolean isThere(String bundle) {
        return Translations.class.getResource("/" + bundle + ".properties") != null;
    }

    @Override
    public List<Locale> getProvidedLocales() {
        return Languages.ALL;
    }

    @Override
    public Locale getDefaultLocale() {
        return Locale.ENGLISH;
    }

    @Override
    public String getTranslation(String key, Locale locale, @Nullable Object... parameters) {
        String text = messages.getMessage(key, parameters, null, locale);
        if (text != null) return text;
        LOG.warn("no words for {}", key);
        return key;
    }
}
