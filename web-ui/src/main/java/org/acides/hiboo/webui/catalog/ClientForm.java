package org.acides.hiboo.webui.catalog;

import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.formlayout.FormLayout.ResponsiveStep;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.acides.hiboo.catalog.api.OidcClient;
import org.acides.hiboo.catalog.api.ServiceState;
import org.acides.hiboo.catalog.api.commands.ConfigureOidcClient;
import org.acides.hiboo.catalog.api.queries.ServiceDetails;
import org.acides.hiboo.webui.i18n.Words;
import org.acides.hiboo.webui.kit.AdminActs;
import org.acides.hiboo.webui.kit.Unsaved;

/** A service's OpenID Connect client, and its secret. */
class ClientForm extends Div {

    private static final String BY_KEYS = "private_key_jwt";
    private static final List<String> ALGORITHMS = List.of("ES256", "RS256", "EdDSA");

    private final TextField clientId = new TextField(Words.of("client.id"));
    private final TextArea redirects = new TextArea(Words.of("client.redirects"));
    private final TextArea afterLogout = new TextArea(Words.of("client.after-logout"));
    private final CheckboxGroup<String> methods = new CheckboxGroup<>(Words.of("client.methods"));
    private final CheckboxGroup<String> grants = new CheckboxGroup<>(Words.of("client.grants"));
    private final MultiSelectComboBox<String> scopes = new MultiSelectComboBox<>(Words.of("client.scopes"));
    private final RadioButtonGroup<String> algorithm = new RadioButtonGroup<>(Words.of("client.algorithm"));
    private final TextField keys = new TextField(Words.of("client.keys"));
    private final Checkbox firstParty = new Checkbox(Words.of("client.first-party"));
    private final LogoutFields logout = new LogoutFields();
    private final Checkbox bound = new Checkbox(Words.of("client.bound"));

    ClientForm(ServiceDetails service, AdminActs acts, Unsaved unsaved, String issuer) {
        fields();
        Optional<OidcClient> known = Optional.ofNullable(service.client());
        known.ifPresentOrElse(this::show, () -> suggest(service.slug()));
        SecretPanel secret = new SecretPanel(service.serviceId(), acts, issuer);
        secret.show(known);
        HasValue<?, ?>[] all = Stream.concat(
                        Stream.of(
                                clientId,
                                redirects,
                                afterLogout,
                                methods,
                                grants,
                                scopes,
                                algorithm,
                                keys,
                                firstParty,
                                bound),
                        Stream.of(logout.all()))
                .toArray(HasValue<?, ?>[]::new);
        FormFoot foot = new FormFoot(unsaved, all, () -> {
            OidcClient typed = typed(known);
            acts.send(new ConfigureOidcClient(service.serviceId(), typed));
            clientId.setReadOnly(true);
            secret.show(Optional.of(typed));
        });
        logout.name(foot.errors);
        foot.errors
                .field("clientId", clientId)
                .field("redirectUris", redirects)
                .field("postLogoutRedirectUris", afterLogout)
                .field("authenticationMethods", methods)
                .field("grantTypes", grants)
                .field("scopes", scopes)
                .field("idTokenAlgorithm", algorithm)
                .field("jwksUri", keys)
                .refusal("service.client-id-taken", "clientId")
                .refusal("service.client-id-fixed", "clientId");
        add(layout(), foot, secret);
        if (service.state() == ServiceState.RETIRED) {
            foot.lock();
            secret.setVisible(false);
        }
    }

    private FormLayout layout() {
        FormLayout form = new FormLayout();
        form.addClassName("form");
        form.setResponsiveSteps(new ResponsiveStep("0", 1), new ResponsiveStep("36rem", 2));
        form.add(clientId, 2);
        form.add(redirects, 2);
        form.add(afterLogout, 2);
        form.add(methods, grants);
        form.add(keys, 2);
        form.add(scopes, algorithm);
        form.add(firstParty, 2);
        form.add(bound, 2);
        logout.addTo(form);
        return form;
    }

    private void fields() {
        clientId.setHelperText(Words.of("client.id.help"));
        clientId.setMaxLength(100);
        redirects.setHelperText(Words.of("client.redirects.help"));
        redirects.setMinRows(3);
        afterLogout.setMinRows(2);
        afterLogout.setHelperText(Words.of("client.after-logout.help"));
        methods.setItems(new TreeSet<>(OidcClient.AUTHENTICATION_METHODS));
        methods.setItemLabelGenerator(each -> Words.of("client.method." + each));
        methods.addClassName("stacked");
        methods.addValueChangeListener(
                change -> keys.setVisible(change.getValue().contains(BY_KEYS)));
        grants.setItems(new TreeSet<>(OidcClient.GRANT_TYPES));
        grants.setItemLabelGenerator(each -> Words.of("client.grant." + each));
        grants.addClassName("stacked");
        scopes.setItems(new TreeSet<>(OidcClient.SCOPES));
        scopes.setAllowCustomValue(true);
        scopes.addCustomValueSetListener(custom -> addScope(custom.getDetail().strip()));
        scopes.setHelperText(Words.of("client.scopes.help"));
        algorithm.setItems(ALGORITHMS);
        keys.setPlaceholder("https://");
        keys.setVisible(false);
        firstParty.setHelperText(Words.of("client.first-party.help"));
        bound.setHelperText(Words.of("client.bound.help"));
    }

    private void addScope(String scope) {
        Set<String> chosen = new HashSet<>(scopes.getValue());
        chosen.add(scope);
        Set<String> known = new TreeSet<>(OidcClient.SCOPES);
        known.addAll(chosen);
        scopes.setItems(known);
        scopes.setValue(chosen);
    }

    private void suggest(String slug) {
        clientId.setValue(slug);
        methods.setValue(Set.of("client_secret_basic"));
        grants.setValue(Set.of("authorization_code", "refresh_token"));
        scopes.setValue(Set.of("openid", "profile", "email"));
        algorithm.setValue("ES256");
    }

    private void show(OidcClient client) {
        clientId.setValue(client.clientId());
        clientId.setReadOnly(true);
        redirects.setValue(Typed.text(client.redirectUris()));
        afterLogout.setValue(Typed.text(client.postLogoutRedirectUris()));
        methods.setValue(client.authenticationMethods());
        grants.setValue(client.grantTypes());
        client.scopes().forEach(this::addScope);
        algorithm.setValue(client.idTokenAlgorithm());
        keys.setValue(client.jwksUri());
        firstParty.setValue(client.firstParty());
        logout.show(client.backchannelLogout(), client.frontchannelLogout());
        bound.setValue(client.dpopBoundAccessTokens());
    }

    /** @param known as it was saved, for what this form does not show */
    private OidcClient typed(Optional<OidcClient> known) {
        return new OidcClient(
                clientId.getValue().strip(),
                Typed.addresses("redirectUris", redirects.getValue()),
                Typed.addresses("postLogoutRedirectUris", afterLogout.getValue()),
                methods.getValue(),
                grants.getValue(),
                scopes.getValue(),
                Optional.ofNullable(algorithm.getValue()).orElse(""),
                keys.isVisible() ? keys.getValue().strip() : "",
                firstParty.getValue(),
                logout.back(),
                logout.front(),
                bound.getValue(),
                registeredKeys(known),
                known.map(OidcClient::userinfoAlgorithm).orElse(""),
                known.map(OidcClient::requestUris).orElse(List.of()));
    }

    /** Keys that the application registered itself: an address takes their place, and without use they go. */
    private String registeredKeys(Optional<OidcClient> known) {
        boolean replaced = keys.isVisible() && !keys.getValue().isBlank();
        boolean used = keys.isVisible()
                || known.map(client -> !client.requestUris().isEmpty()).orElse(false);
        return replaced || !used ? "" : known.map(OidcClient::jwks).orElse("");
    }
}
