package org.acides.hiboo.webui.identity.session;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.function.SerializableConsumer;
import org.acides.hiboo.identity.api.FactorName;
import org.acides.hiboo.infrastructure.api.Refused;
import org.acides.hiboo.webui.i18n.Words;
import org.acides.hiboo.webui.shell.FreshProof;

/** Asks what a passkey or a certificate shall be called. */
final class FactorNameDialog extends Dialog {

    private static final long serialVersionUID = 1L;

    private final TextField name = new TextField(Words.of("factors.rename.name"));
    private final SerializableConsumer<FactorName> chosen;

    /** @param chosen does it, or throws {@link Refused} */
    FactorNameDialog(String before, SerializableConsumer<FactorName> chosen) {
        this.chosen = chosen;
        setHeaderTitle(Words.of("factors.rename.title"));
        setWidth("min(26rem, 100%)");
        name.setValue(before);
        name.setWidthFull();
        name.setAutofocus(true);
        name.setAutocomplete(Autocomplete.OFF);
        name.setMaxLength(60);
        name.setManualValidation(true);
        add(name);
        Button cancel = new Button(Words.of("home.cancel"), click -> close());
        Button rename = new Button(Words.of("factors.rename"), click -> submit());
        rename.addThemeVariants(ButtonVariant.PRIMARY);
        rename.addClickShortcut(Key.ENTER);
        getFooter().add(cancel, rename);
    }

    private void submit() {
        try {
            chosen.accept(new FactorName(name.getValue()));
            close();
        } catch (Refused refusal) {
            if (FreshProof.askedFor(refusal)) return;
            name.setErrorMessage(Words.of(refusal));
            name.setInvalid(true);
            name.focus();
        }
    }
}
