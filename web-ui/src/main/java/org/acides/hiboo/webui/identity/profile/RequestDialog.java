package org.acides.hiboo.webui.identity.profile;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.Autocapitalize;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import org.acides.hiboo.catalog.api.queries.ServiceDetails;
import org.acides.hiboo.identity.api.ProfileId;
import org.acides.hiboo.webui.i18n.Words;
import org.acides.hiboo.webui.kit.FieldErrors;
import org.acides.hiboo.webui.shell.Notices;

/** Asks a service's managers for a profile: under which name, and why. */
final class RequestDialog extends Dialog {

    private static final long serialVersionUID = 1L;
    private static final int LONGEST_MESSAGE = 1000;
    static final String[] OF_THE_NAME = {
        "username.taken",
        "username.reserved",
        "username.malformed",
        "username.too-short",
        "username.too-long",
        "username.not-lower-case",
        "username.confusable"
    };

    RequestDialog(MyProfiles profiles, ServiceDetails service, Runnable changed) {
        String name = service.description().name();
        ProfileId fresh = ProfileId.random();
        setHeaderTitle(Words.of("home.ask.on", name));
        setWidth("min(30rem, 95vw)");
        setCloseOnOutsideClick(false);
        TextField username = new TextField(Words.of("home.username"));
        username.setWidthFull();
        username.setAutofocus(true);
        username.setAutocapitalize(Autocapitalize.NONE);
        username.setMaxLength(200);
        username.setHelperText(Words.of(
                "home.username.hint",
                service.rules().minLength(),
                service.rules().maxLength()));
        TextArea message = new TextArea(Words.of("home.ask.message"));
        message.setHelperText(Words.of("home.ask.message.hint"));
        message.setMaxLength(LONGEST_MESSAGE);
        message.setMinRows(4);
        message.setWidthFull();
        FieldErrors errors = new FieldErrors().field("username", username).field("message", message);
        errors.refusal("request.message-malformed", "message");
        for (String code : OF_THE_NAME) errors.refusal(code, "username");
        Button send = new Button(Words.of("home.ask.do"), click -> {
            String wanted = username.getValue().strip();
            if (!errors.attempt(() -> profiles.request(fresh, service.serviceId(), wanted, message.getValue()))) return;
            close();
            Notices.done("home.asked", wanted, name);
            changed.run();
        });
        send.addThemeVariants(ButtonVariant.PRIMARY);
        add(new Paragraph(Words.of("home.ask.what", name)), username, message, errors);
        getFooter().add(new Button(Words.of("home.cancel"), click -> close()), send);
    }
}
