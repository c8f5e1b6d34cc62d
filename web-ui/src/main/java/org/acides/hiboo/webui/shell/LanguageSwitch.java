package org.acides.hiboo.webui.shell;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import java.util.Locale;
import org.acides.hiboo.webui.i18n.LanguageChoice;
import org.acides.hiboo.webui.i18n.Languages;

/** A button that speaks the other language, and says so in it. */
final class LanguageSwitch extends Button {

    private static final long serialVersionUID = 1L;

    LanguageSwitch() {
        Locale other = Languages.ALL.stream()
                .filter(language -> !language.getLanguage().equals(getLocale().getLanguage()))
                .findFirst()
                .orElseThrow();
        String name = other.getDisplayLanguage(other);
        setText(other.getLanguage().toUpperCase(Locale.ROOT));
        setAriaLabel(name.substring(0, 1).toUpperCase(other) + name.substring(1));
        setTooltipText(getAriaLabel().orElseThrow());
        getElement().setAttribute("lang", other.getLanguage());
        addThemeVariants(ButtonVariant.TERTIARY);
        addClickListener(click -> LanguageChoice.choose(other));
    }
}
