package org.acides.hiboo.webui.catalog;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import java.util.Optional;
import org.acides.hiboo.catalog.api.ServiceState;
import org.acides.hiboo.catalog.api.commands.ConfigureSamlServiceProvider;
import org.acides.hiboo.catalog.api.queries.ServiceDetails;
import org.acides.hiboo.webui.asking.Answers;
import org.acides.hiboo.webui.i18n.Words;
import org.acides.hiboo.webui.kit.AdminActs;
import org.acides.hiboo.webui.kit.CopyableValue;
import org.acides.hiboo.webui.kit.Unsaved;

/** A service as a SAML service provider: its metadata read, its fields, and what the application must be told. */
class SamlForm extends Div {

    SamlForm(ServiceDetails service, Answers answers, AdminActs acts, Unsaved unsaved, String issuer) {
        SamlFields fields = new SamlFields();
        Optional.ofNullable(service.saml()).ifPresent(fields::show);
        SamlImport imported = new SamlImport(answers, fields::read);
        FormFoot foot = new FormFoot(
                unsaved,
                fields.all(),
                () -> acts.send(new ConfigureSamlServiceProvider(service.serviceId(), fields.typed())));
        fields.errors(foot.errors);
        add(new Paragraph(Words.of("saml.about")), imported, fields, foot, told(issuer));
        if (service.state() == ServiceState.RETIRED) {
            imported.setVisible(false);
            foot.lock();
        }
    }

    private static Div told(String issuer) {
        Div panel = new Div(
                new H2(Words.of("secret.title")),
                new CopyableValue(Words.of("saml.told.metadata"), issuer + "/saml/metadata"),
                new CopyableValue(Words.of("saml.told.sign-on"), issuer + "/saml/sso"),
                new CopyableValue(Words.of("saml.told.logout"), issuer + "/saml/slo"));
        panel.addClassName("secret-panel");
        return panel;
    }
}
