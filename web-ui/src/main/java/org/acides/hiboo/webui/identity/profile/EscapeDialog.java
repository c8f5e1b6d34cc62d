package org.acides.hiboo.webui.identity.profile;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.Autocapitalize;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import org.acides.hiboo.catalog.api.queries.ServiceDetails;
import org.acides.hiboo.identity.api.ProfileId;
import org.acides.hiboo.identity.api.queries.MyProfile;
import org.acides.hiboo.webui.i18n.Words;
import org.acides.hiboo.webui.kit.FieldErrors;
import org.acides.hiboo.webui.shell.Notices;

/** The escape kit: a new profile in place of one under which somebody is harassed, and what it cannot do by itself. */
final class EscapeDialog extends Dialog {

    private static final long serialVersionUID = 1L;

    EscapeDialog(MyProfiles profiles, MyProfile old, ServiceDetails service, Runnable changed) {
        String name = service.description().name();
        ProfileId fresh = ProfileId.random();
        setHeaderTitle(Words.of("escape.title", old.username()));
        setWidth("min(34rem, 95vw)");
        setCloseOnOutsideClick(false);
        TextField username = new TextField(Words.of("escape.username"));
        username.setWidthFull();
        username.setMaxLength(200);
        username.setAutofocus(true);
        username.setAutocapitalize(Autocapitalize.NONE);
        username.setHelperText(Words.of("escape.username.help"));
        PasswordField password = new PasswordField(Words.of("move.password"));
        password.setWidthFull();
        password.setMaxLength(1000);
        password.getElement().setAttribute("autocomplete", "current-password");
        FieldErrors errors = new FieldErrors()
                .field("username", username)
                .field("password", password)
                .refusal("password.wrong", "password");
        for (String code : RequestDialog.OF_THE_NAME) errors.refusal(code, "username");
        Button go = new Button(Words.of("escape.go"), click -> {
            String wanted = username.getValue().strip();
            if (!errors.attempt(() -> profiles.escape(old.profileId(), fresh, wanted, password.getValue()))) return;
            close();
            Notices.done("escape.done", wanted, name);
            changed.run();
        });
        go.addThemeVariants(ButtonVariant.PRIMARY, ButtonVariant.ERROR);
        add(new Paragraph(Words.of("escape.text", name, old.username())), advice(name), username, password, errors);
        getFooter().add(new Button(Words.of("home.cancel"), click -> close()), go);
    }

    private static UnorderedList advice(String service) {
        UnorderedList advice = new UnorderedList();
        advice.addClassName("advice");
        for (String key : new String[] {"escape.advice.browser", "escape.advice.time", "escape.advice.people"})
            advice.add(new ListItem(Words.of(key, service)));
        return advice;
    }
}
