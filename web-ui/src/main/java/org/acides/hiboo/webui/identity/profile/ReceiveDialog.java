package org.acides.hiboo.webui.identity.profile;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import org.acides.hiboo.webui.i18n.Words;
import org.acides.hiboo.webui.kit.FieldErrors;
import org.acides.hiboo.webui.shell.Notices;

/** Takes the code of a profile that somebody gives away. */
final class ReceiveDialog extends Dialog {

    private static final long serialVersionUID = 1L;

    ReceiveDialog(MyProfiles profiles) {
        setHeaderTitle(Words.of("move.receive"));
        setWidth("min(30rem, 95vw)");
        TextField code = new TextField(Words.of("move.code"));
        code.setWidthFull();
        code.setMaxLength(100);
        code.setAutofocus(true);
        FieldErrors errors = new FieldErrors()
                .field("code", code)
                .refusal("offer.unknown", "code")
                .refusal("offer.own", "code");
        Button want = new Button(Words.of("move.receive.do"), click -> {
            if (!errors.attempt(() -> profiles.want(code.getValue()))) return;
            close();
            Notices.done("move.receive.done");
        });
        want.addThemeVariants(ButtonVariant.PRIMARY);
        add(new Paragraph(Words.of("move.receive.what")), code, errors);
        getFooter().add(new Button(Words.of("home.cancel"), click -> close()), want);
    }
}
