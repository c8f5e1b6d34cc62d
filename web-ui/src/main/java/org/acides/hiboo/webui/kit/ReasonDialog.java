package org.acides.hiboo.webui.kit;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.function.SerializableConsumer;
import org.acides.hiboo.webui.i18n.Words;
import org.acides.hiboo.webui.shell.Notices;

/** Asks for the reason of an act before it is done, and says what follows. */
public final class ReasonDialog extends Dialog {

    private static final long serialVersionUID = 1L;
    private static final int LONGEST_REASON = 2000;

    /**
     * @param key the words under {@code <key>.title}, {@code .text}, {@code .do} and {@code .done}
     * @param asked the words of the field, and under {@code <asked>.help} who reads what is in it
     * @param about whom it is done to
     * @param act does it, or throws a refusal
     */
    public ReasonDialog(String key, String asked, String about, SerializableConsumer<String> act, Runnable done) {
        setHeaderTitle(Words.of(key + ".title", about));
        setWidth("min(34rem, 95vw)");
        setCloseOnOutsideClick(false);
        TextArea reason = new TextArea(Words.of(asked));
        reason.setHelperText(Words.of(asked + ".help"));
        reason.setMaxLength(LONGEST_REASON);
        reason.setMinRows(4);
        reason.setWidthFull();
        reason.setAutofocus(true);
        reason.setValueChangeMode(ValueChangeMode.EAGER);
        FieldErrors errors = new FieldErrors().field("reason", reason).refusal("profile.reason-malformed", "reason");
        Button go = new Button(Words.of(key + ".do"), click -> {
            if (!errors.attempt(() -> act.accept(reason.getValue().strip()))) return;
            close();
            Notices.done(key + ".done", about);
            done.run();
        });
        go.addThemeVariants(ButtonVariant.PRIMARY, ButtonVariant.ERROR);
        go.setEnabled(false);
        reason.addValueChangeListener(typed -> go.setEnabled(!typed.getValue().isBlank()));
        add(new Paragraph(Words.of(key + ".text", about)), reason, errors);
        getFooter().add(new Button(Words.of("cancel"), click -> close()), go);
    }
}
