package org.acides.hiboo.webui.catalog;

import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.formlayout.FormLayout.ResponsiveStep;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.stream.Collectors;
import org.acides.hiboo.catalog.api.SamlServiceProvider;
import org.acides.hiboo.catalog.api.SamlServiceProvider.Attributes;
import org.acides.hiboo.catalog.api.SamlServiceProvider.Binding;
import org.acides.hiboo.catalog.api.SamlServiceProvider.NameId;
import org.acides.hiboo.identity.api.queries.SamlMetadata;
import org.acides.hiboo.webui.i18n.Words;
import org.acides.hiboo.webui.kit.FieldErrors;

/** Everything that is decided about a service provider, as fields. */
class SamlFields extends FormLayout {

    private final TextField entityId = new TextField(Words.of("saml.entity-id"));
    private final TextArea consumers = new TextArea(Words.of("saml.consumers"));
    private final TextField logout = new TextField(Words.of("saml.logout"));
    private final TextField logoutAnswers = new TextField(Words.of("saml.logout.answers"));
    private final RadioButtonGroup<Binding> binding = new RadioButtonGroup<>(Words.of("saml.logout.binding"));
    private final TextArea signing = new TextArea(Words.of("saml.signing"));
    private final TextArea encryption = new TextArea(Words.of("saml.encryption"));
    private final Checkbox signed = new Checkbox(Words.of("saml.signed"));
    private final RadioButtonGroup<NameId> nameId = new RadioButtonGroup<>(Words.of("saml.name-id"));
    private final TextField username = new TextField(Words.of("saml.attribute.username"));
    private final TextField alias = new TextField(Words.of("saml.attribute.alias"));
    private final TextField displayName = new TextField(Words.of("saml.attribute.display-name"));
    private final Checkbox fromHome = new Checkbox(Words.of("saml.from-home"));

    SamlFields() {
        addClassName("form");
        setResponsiveSteps(new ResponsiveStep("0", 1), new ResponsiveStep("36rem", 2));
        consumers.setHelperText(Words.of("saml.consumers.help"));
        consumers.setMinRows(2);
        logout.setHelperText(Words.of("saml.logout.help"));
        logoutAnswers.setHelperText(Words.of("saml.logout.answers.help"));
        binding.setItems(Binding.values());
        binding.setItemLabelGenerator(each -> Words.of("saml.logout.binding." + each));
        signing.setHelperText(Words.of("saml.signing.help"));
        signing.setMaxRows(6);
        encryption.setHelperText(Words.of("saml.encryption.help"));
        encryption.setMaxRows(4);
        signed.setHelperText(Words.of("saml.signed.help"));
        nameId.setItems(NameId.values());
        nameId.setItemLabelGenerator(each -> Words.of("saml.name-id." + each));
        nameId.addClassName("stacked");
        username.setHelperText(Words.of("saml.attribute.help"));
        fromHome.setHelperText(Words.of("saml.from-home.help"));
        add(entityId, 2);
        add(consumers, 2);
        add(logout, logoutAnswers);
        add(binding, 2);
        add(signing, 2);
        add(encryption, 2);
        add(signed, nameId);
        add(username, alias);
        add(displayName, fromHome);
        binding.setValue(Binding.REDIRECT);
        nameId.setValue(NameId.PERSISTENT);
        username.setValue("uid");
        alias.setValue("mail");
    }

    HasValue<?, ?>[] all() {
        return new HasValue<?, ?>[] {
            entityId,
            consumers,
            logout,
            logoutAnswers,
            binding,
            signing,
            encryption,
            signed,
            nameId,
            username,
            alias,
            displayName,
            fromHome
        };
    }

    void errors(FieldErrors errors) {
        errors.field("entityId", entityId)
                .field("consumers", consumers)
                .field("logout", logout)
                .field("signingCertificates", signing)
                .field("encryptionCertificate", encryption)
                .field("signedRequests", signed)
                .field("usernameAttribute", username)
                .field("aliasAttribute", alias)
                .field("displayNameAttribute", displayName)
                .refusal("service.entity-id-taken", "entityId");
    }

    /** What metadata says; the administrator's own choices stay. */
    void read(SamlMetadata said) {
        entityId.setValue(said.entityId());
        consumers.setValue(said.consumers().stream()
                .map(each -> each.address() + " " + each.index())
                .collect(Collectors.joining("\n")));
        SamlMetadata.Logout to = said.logout();
        logout.setValue(to == null ? "" : to.address().toString());
        logoutAnswers.setValue(
                to == null || to.answers().equals(to.address())
                        ? ""
                        : to.answers().toString());
        binding.setValue(to != null && to.post() ? Binding.POST : Binding.REDIRECT);
        signing.setValue(String.join("\n", said.signingCertificates()));
        encryption.setValue(said.encryptionCertificate());
        signed.setValue(said.requestsSigned());
        nameId.setValue(said.emailNames() ? NameId.EMAIL : NameId.PERSISTENT);
    }

    void show(SamlServiceProvider known) {
        entityId.setValue(known.entityId());
        consumers.setValue(SamlTyped.text(known.consumers()));
        SamlServiceProvider.Logout to = known.logout();
        logout.setValue(to == null ? "" : to.address().toString());
        logoutAnswers.setValue(
                to == null || to.answers().equals(to.address())
                        ? ""
                        : to.answers().toString());
        binding.setValue(to == null ? Binding.REDIRECT : to.binding());
        signing.setValue(String.join("\n", known.signingCertificates()));
        encryption.setValue(known.encryptionCertificate());
        signed.setValue(known.signedRequests());
        nameId.setValue(known.nameId());
        username.setValue(known.attributes().username());
        alias.setValue(known.attributes().alias());
        displayName.setValue(known.attributes().displayName());
        fromHome.setValue(known.fromHome());
    }

    SamlServiceProvider typed() {
        return new SamlServiceProvider(
                entityId.getValue().strip(),
                SamlTyped.consumers(consumers.getValue()),
                SamlTyped.logout(binding.getValue(), logout.getValue(), logoutAnswers.getValue()),
                Typed.lines(signing.getValue()),
                encryption.getValue().strip(),
                signed.getValue(),
                nameId.getValue(),
                new Attributes(
                        username.getValue().strip(),
                        alias.getValue().strip(),
                        displayName.getValue().strip()),
                fromHome.getValue());
    }
}
