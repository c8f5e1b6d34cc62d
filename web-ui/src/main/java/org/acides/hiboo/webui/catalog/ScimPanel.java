package org.acides.hiboo.webui.catalog;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Optional;
import org.acides.hiboo.catalog.api.ServiceState;
import org.acides.hiboo.catalog.api.queries.ServiceDetails;
import org.acides.hiboo.identity.api.ServiceRef;
import org.acides.hiboo.identity.api.commands.ConnectScim;
import org.acides.hiboo.identity.api.commands.DisconnectScim;
import org.acides.hiboo.identity.api.commands.RetryScim;
import org.acides.hiboo.identity.api.queries.FindScim;
import org.acides.hiboo.identity.api.queries.ScimState;
import org.acides.hiboo.webui.asking.Answers;
import org.acides.hiboo.webui.i18n.Words;
import org.acides.hiboo.webui.kit.AdminActs;
import org.acides.hiboo.webui.kit.Confirm;
import org.acides.hiboo.webui.kit.FieldErrors;
import org.acides.hiboo.webui.shell.Notices;

/** Whether the service is told, by SCIM, when its profiles are suspended or deleted; and how that goes. */
class ScimPanel extends Div {

    private final ServiceRef service;
    private final Answers answers;
    private final AdminActs acts;
    private final TextField endpoint = new TextField(Words.of("service.scim.endpoint"));
    private final PasswordField token = new PasswordField(Words.of("service.scim.token"));
    private final Div standing = new Div();

    ScimPanel(ServiceDetails details, Answers answers, AdminActs acts) {
        this.service = new ServiceRef(details.serviceId().value());
        this.answers = answers;
        this.acts = acts;
        endpoint.setPlaceholder("https://");
        endpoint.setHelperText(Words.of("service.scim.endpoint.help"));
        endpoint.setWidthFull();
        token.setHelperText(Words.of("service.scim.token.help"));
        token.setRevealButtonVisible(false);
        token.getElement().setAttribute("autocomplete", "off");
        token.setWidthFull();
        FieldErrors errors = new FieldErrors()
                .field("endpoint", endpoint)
                .field("token", token)
                .refusal("scim.endpoint-malformed", "endpoint")
                .refusal("scim.token-malformed", "token");
        Button connect = new Button(
                Words.of("service.scim.connect"),
                click -> errors.attempt(() -> {
                    acts.send(
                            new ConnectScim(service, Typed.address("endpoint", endpoint.getValue()), token.getValue()));
                    token.clear();
                    Notices.done("service.scim.connected");
                    show();
                }));
        connect.addThemeVariants(ButtonVariant.PRIMARY);
        boolean alive = details.state() != ServiceState.RETIRED;
        connect.setEnabled(alive);
        addClassName("policy-form");
        standing.addClassName("policy-form");
        add(new Paragraph(Words.of("service.scim.about")), endpoint, token, errors, connect, standing);
        show();
    }

    private void show() {
        standing.removeAll();
        Optional<ScimState> known = answers.find(new FindScim(service), ScimState.class);
        known.ifPresent(state -> {
            endpoint.setValue(state.endpoint().toString());
            standing.add(new Paragraph(Words.of("service.scim.state", state.waiting())));
            if (state.givenUp() > 0) standing.add(new Paragraph(Words.of("service.scim.given-up", state.givenUp())));
            if (state.failure() != null) standing.add(new Paragraph(Words.of("service.scim.failure", state.failure())));
            Button retry = new Button(Words.of("service.scim.retry"), click -> {
                if (Notices.attempt(() -> acts.send(new RetryScim(service)))) Notices.done("service.scim.retried");
                show();
            });
            retry.setEnabled(state.waiting() + state.givenUp() > 0);
            Button end = new Button(
                    Words.of("service.scim.disconnect.do"),
                    click -> Confirm.ask("service.scim.disconnect", true, this::disconnect));
            end.addThemeVariants(ButtonVariant.ERROR, ButtonVariant.TERTIARY);
            Div buttons = new Div(retry, end);
            buttons.addClassName("import-actions");
            standing.add(buttons);
        });
    }

    private void disconnect() {
        if (Notices.attempt(() -> acts.send(new DisconnectScim(service)))) Notices.done("service.scim.disconnect.done");
        endpoint.clear();
        show();
    }
}
