package org.acides.hiboo.webui.catalog;

import com.vaadin.flow.component.html.Div;
import java.util.Optional;
import org.acides.hiboo.catalog.api.OidcClient;
import org.acides.hiboo.catalog.api.ServiceState;
import org.acides.hiboo.catalog.api.commands.ConfigureOidcClient;
import org.acides.hiboo.catalog.api.queries.ServiceDetails;
import org.acides.hiboo.webui.kit.AdminActs;
import org.acides.hiboo.webui.kit.Unsaved;

/** A service's OpenID Connect client, and its secret. */
class ClientForm extends Div {

    ClientForm(ServiceDetails service, AdminActs acts, Unsaved unsaved, String issuer) {
        Optional<OidcClient> known = Optional.ofNullable(service.client());
        ClientFields fields = new ClientFields();
        known.ifPresentOrElse(fields::show, () -> fields.suggest(service.slug()));
        SecretPanel secret = new SecretPanel(service.serviceId(), acts, issuer);
        secret.show(known);
        FormFoot foot = new FormFoot(unsaved, fields.all(), () -> {
            OidcClient typed = fields.typed(known);
            acts.send(new ConfigureOidcClient(service.serviceId(), typed));
            fields.fix();
            secret.show(Optional.of(typed));
        });
        fields.errors(foot.errors);
        add(fields, foot, secret);
        if (service.state() == ServiceState.RETIRED) {
            foot.lock();
            secret.setVisible(false);
        }
    }
}
