package org.acides.hiboo.webui.identity.profile;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.Autocapitalize;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.Optional;
import org.acides.hiboo.catalog.api.UsernameRules;
import org.acides.hiboo.infrastructure.api.Refused;
import org.acides.hiboo.webui.i18n.Words;

/** Asks for a username and says while it is typed what the service would say; a refusal keeps what was typed. */
final class UsernameDialog extends Dialog {

    private static final long serialVersionUID = 1L;

    private final TextField username = new TextField(Words.of("home.username"));
    private final UsernameRules rules;
    private final SerializableConsumer<String> chosen;

    /**
     * @param verb message key of the button that does it
     * @param chosen does it, or throws {@link Refused}
     */
    UsernameDialog(
            String title,
            String explanation,
            String verb,
            String before,
            UsernameRules rules,
            SerializableConsumer<String> chosen) {
        this.rules = rules;
        this.chosen = chosen;
        setHeaderTitle(title);
        setWidth("min(26rem, 100%)");
        add(new Paragraph(explanation), field(before));
        Button cancel = new Button(Words.of("home.cancel"), click -> close());
        Button act = new Button(Words.of(verb), click -> submit());
        act.addThemeVariants(ButtonVariant.PRIMARY);
        act.setDisableOnClick(false);
        act.addClickShortcut(Key.ENTER);
        getFooter().add(cancel, act);
    }

    private TextField field(String before) {
        username.setValue(before);
        username.setWidthFull();
        username.setAutofocus(true);
        username.setAutocapitalize(Autocapitalize.NONE);
        username.setAutocomplete(Autocomplete.OFF);
        username.setMaxLength(200);
        username.getElement().setAttribute("spellcheck", "false");
        username.setHelperText(Words.of("home.username.hint", rules.minLength(), rules.maxLength()));
        username.setManualValidation(true);
        username.setValueChangeMode(ValueChangeMode.LAZY);
        username.addValueChangeListener(typed -> say(refusal(typed.getValue())));
        return username;
    }

    private Optional<String> refusal(String typed) {
        return typed.isEmpty()
                ? Optional.empty()
                : rules.refusal(typed).map(code -> Words.of(new Refused(code, limit(code))));
    }

    private Object limit(String code) {
        return code.equals("username.too-short") ? rules.minLength() : rules.maxLength();
    }

    private void say(Optional<String> refusal) {
        username.setErrorMessage(refusal.orElse(""));
        username.setInvalid(refusal.isPresent());
    }

    private void submit() {
        try {
            chosen.accept(username.getValue().strip());
            close();
        } catch (Refused refusal) {
            say(Optional.of(Words.of(refusal)));
            username.focus();
        }
    }
}
