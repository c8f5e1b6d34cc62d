package org.acides.hiboo.webui.i18n;

import com.vaadin.flow.i18n.I18NProvider;
import org.acides.hiboo.catalog.api.MalformedField;
import org.acides.hiboo.infrastructure.api.Refused;

/** Says things in the language of the current screen. For use while serving one of its requests. */
public final class Words {

    private Words() {}

    public static String of(String key, Object... parameters) {
        return I18NProvider.translate(key, parameters);
    }

    /** Why a rule said no. */
    public static String of(Refused refusal) {
        return of("refused." + refusal.code(), refusal.arguments().toArray());
    }

    /** What a field takes. */
    public static String of(MalformedField fault) {
        return of("malformed." + fault.field());
    }
}
