package org.acides.hiboo.webui.catalog;

import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import org.acides.hiboo.catalog.api.ForwardAuth;
import org.acides.hiboo.catalog.api.ServiceState;
import org.acides.hiboo.catalog.api.commands.ConfigureForwardAuth;
import org.acides.hiboo.catalog.api.queries.ServiceDetails;
import org.acides.hiboo.webui.i18n.Words;
import org.acides.hiboo.webui.kit.AdminActs;
import org.acides.hiboo.webui.kit.CopyableValue;
import org.acides.hiboo.webui.kit.Unsaved;

/** Behind which hosts a proxy asks Hiboo who comes, and what the proxy must be told. */
class ForwardAuthForm extends Div {

    private final TextArea origins = new TextArea(Words.of("forward-auth.origins"));

    ForwardAuthForm(ServiceDetails service, AdminActs acts, Unsaved unsaved) {
        origins.setHelperText(Words.of("forward-auth.origins.help"));
        origins.setMinRows(2);
        origins.setWidthFull();
        origins.setValue(Typed.text(service.forwardAuth().origins()));
        HasValue<?, ?>[] fields = {origins};
        FormFoot foot =
                new FormFoot(unsaved, fields, () -> acts.send(new ConfigureForwardAuth(service.serviceId(), typed())));
        foot.errors.field("origins", origins).refusal("service.host-taken", "origins");
        if (service.state() == ServiceState.RETIRED) foot.lock();
        String path = "/forward-auth/" + service.slug();
        addClassName("policy-form");
        add(
                new Paragraph(Words.of("forward-auth.about")),
                origins,
                foot,
                new CopyableValue(Words.of("forward-auth.pass"), path + "/"),
                new CopyableValue(Words.of("forward-auth.nginx"), path + "/auth-request"),
                new CopyableValue(Words.of("forward-auth.others"), path + "/verify"));
    }

    private ForwardAuth typed() {
        return new ForwardAuth(Typed.addresses("origins", origins.getValue()));
    }
}
