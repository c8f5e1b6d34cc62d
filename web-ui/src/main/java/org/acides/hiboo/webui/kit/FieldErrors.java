package org.acides.hiboo.webui.kit;

import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.html.Div;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.acides.hiboo.catalog.api.MalformedField;
import org.acides.hiboo.infrastructure.api.Refused;
import org.acides.hiboo.webui.i18n.Words;
import org.acides.hiboo.webui.shell.FreshProof;

/** Tries what a form asks for, and says what was refused beside the field it is about. What was typed stays. */
public final class FieldErrors extends Div {

    private final Map<String, HasValidation> fields = new HashMap<>();
    private final Map<String, String> fieldOfRefusal = new HashMap<>();

    public FieldErrors() {
        addClassName("form-error");
        getElement().setAttribute("role", "alert");
        setVisible(false);
    }

    /** Names a field as the records do, see {@link MalformedField#field()}. */
    public FieldErrors field(String name, HasValidation field) {
        field.setManualValidation(true);
        fields.put(name, field);
        return this;
    }

    /** Says which field a refusal is about; other refusals are told under the form. */
    public FieldErrors refusal(String code, String field) {
        fieldOfRefusal.put(code, field);
        return this;
    }

    /** Whether the act went through. */
    public boolean attempt(Runnable act) {
        clear();
        try {
            act.run();
            return true;
        } catch (MalformedField malformed) {
            tell(malformed.field(), Words.of(malformed));
        } catch (Refused refused) {
            if (FreshProof.askedFor(refused)) return false;
            tell(fieldOfRefusal.getOrDefault(refused.code(), ""), Words.of(refused));
        }
        return false;
    }

    private void clear() {
        fields.values().forEach(field -> field.setInvalid(false));
        setVisible(false);
    }

    private void tell(String name, String words) {
        Optional<HasValidation> field = Optional.ofNullable(fields.get(name));
        field.ifPresentOrElse(
                wrong -> {
                    wrong.setErrorMessage(words);
                    wrong.setInvalid(true);
                    if (wrong instanceof Focusable<?> focusable) focusable.focus();
                },
                () -> {
                    setText(words);
                    setVisible(true);
                });
    }
}
