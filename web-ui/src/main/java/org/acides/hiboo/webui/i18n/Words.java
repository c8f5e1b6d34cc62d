package org.acides.hiboo.webui.i18n;

import com.vaadin.flow.i18n.I18NProvider;
import java.util.Optional;
import org.acides.hiboo.catalog.api.MalformedField;
import org.acides.hiboo.infrastructure.api.Refused;

/** Says things in the language of the current screen. For use while serving one of its requests. */
public final class Words {

    private Words() {}

    public static String of(String key, Object... parameters) {
        return I18NProvider.translate(key, parameters);
    }

    /** Empty where no bundle has the key. */
    public static Optional<String> find(String key, Object... parameters) {
        String text = of(key, parameters);
        return text.equals(key) ? Optional.empty() : Optional.of(text);
    }

    /** Why a rule said no. */
    public static String of(Refused refusal) {
        return find("refused." + refusal.code(), refusal.arguments().toArray())
                .orElseGet(() -> of("refused.other", refusal.code()));
    }

    /** What a field takes. */
    public static String of(MalformedField fault) {
        return of("malformed." + fault.field());
    }
}
