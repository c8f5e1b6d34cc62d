package org.acides.hiboo.webui.identity.profile;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.PasswordField;
import org.acides.hiboo.identity.api.queries.MyProfile;
import org.acides.hiboo.webui.i18n.Words;
import org.acides.hiboo.webui.kit.FieldErrors;
import org.acides.hiboo.webui.shell.Notices;

/** The last word of whoever gives a profile away, with their password. */
final class ConfirmTransferDialog extends Dialog {

    private static final long serialVersionUID = 1L;

    ConfirmTransferDialog(MyProfiles profiles, MyProfile profile, Runnable changed) {
        setHeaderTitle(Words.of("move.confirm.title", profile.username()));
        setWidth("min(30rem, 95vw)");
        PasswordField password = new PasswordField(Words.of("move.password"));
        password.setWidthFull();
        password.setMaxLength(1000);
        password.getElement().setAttribute("autocomplete", "current-password");
        FieldErrors errors = new FieldErrors().field("password", password).refusal("password.wrong", "password");
        Button give = new Button(Words.of("move.confirm.do"), click -> {
            if (!errors.attempt(() -> profiles.confirmTransfer(profile.profileId(), password.getValue()))) return;
            close();
            Notices.done("move.done", profile.username());
            changed.run();
        });
        give.addThemeVariants(ButtonVariant.PRIMARY, ButtonVariant.ERROR);
        add(new Paragraph(Words.of("move.confirm.text", profile.username())), password, errors);
        getFooter().add(new Button(Words.of("home.cancel"), click -> close()), give);
    }
}
