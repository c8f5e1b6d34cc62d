package org.acides.hiboo.webui.catalog;

import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import org.acides.hiboo.webui.i18n.Words;
import org.acides.hiboo.webui.kit.FieldErrors;
import org.acides.hiboo.webui.kit.Unsaved;
import org.acides.hiboo.webui.shell.Notices;

/** The foot of a form: its error, its button, and whether there is something to save. */
public class FormFoot extends Div {

    final FieldErrors errors = new FieldErrors();
    private final Button save;
    private final Span state = new Span();
    private final Unsaved unsaved;
    private final HasValue<?, ?>[] fields;

    public FormFoot(Unsaved unsaved, HasValue<?, ?>[] fields, Runnable act) {
        this.unsaved = unsaved;
        this.fields = fields;
        addClassName("form-foot");
        save = new Button(Words.of("save"), click -> {
            if (errors.attempt(act)) {
                unsaved.settle(fields);
                Notices.done("saved");
            }
        });
        save.addThemeVariants(ButtonVariant.PRIMARY);
        state.addClassName("second-line");
        add(errors, save, state);
        unsaved.watch(fields);
        unsaved.onChange(this::look);
        look();
    }

    /** Where the form tells what was refused. */
    public FieldErrors errors() {
        return errors;
    }

    public void lock() {
        for (HasValue<?, ?> field : fields) field.setReadOnly(true);
        save.setVisible(false);
        state.setVisible(false);
    }

    private void look() {
        boolean some = unsaved.any(fields);
        save.setEnabled(some);
        state.setText(some ? Words.of("unsaved.some") : "");
    }
}
