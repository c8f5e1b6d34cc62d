package org.acides.hiboo.webui.catalog;

import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.formlayout.FormLayout.ResponsiveStep;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.acides.hiboo.catalog.api.OidcClient;
import org.acides.hiboo.webui.i18n.Words;
import org.acides.hiboo.webui.kit.FieldErrors;

/** Everything that is decided about an OpenID Connect client, as fields. */
class ClientFields extends FormLayout {

    private static final List<String> ALGORITHMS = List.of("ES256", "RS256", "EdDSA");

    private final TextField clientId = new TextField(Words.of("client.id"));
    private final TextArea redirects = new TextArea(Words.of("client.redirects"));
    private final TextArea afterLogout = new TextArea(Words.of("client.after-logout"));
    private final CheckboxGroup<String> methods = new CheckboxGroup<>(Words.of("client.methods"));
    private final CheckboxGroup<String> grants = new CheckboxGroup<>(Words.of("client.grants"));
    private final ScopesField scopes = new ScopesField();
    private final RadioButtonGroup<String> algorithm = new RadioButtonGroup<>(Words.of("client.algorithm"));
    private final TextField keys = new TextField(Words.of("client.keys"));
    private final Checkbox firstParty = new Checkbox(Words.of("client.first-party"));
    private final LogoutFields logout = new LogoutFields();
    private final Checkbox bound = new Checkbox(Words.of("client.bound"));

    ClientFields() {
        addClassName("form");
        setResponsiveSteps(new ResponsiveStep("0", 1), new ResponsiveStep("36rem", 2));
        describe();
        add(clientId, 2);
        add(redirects, 2);
        add(afterLogout, 2);
        add(methods, grants);
        add(keys, 2);
        add(scopes, algorithm);
        add(firstParty, 2);
        add(bound, 2);
        logout.addTo(this);
    }

    HasValue<?, ?>[] all() {
        return Stream.concat(
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
    }

    void errors(FieldErrors errors) {
        logout.name(errors);
        errors.field("clientId", clientId)
                .field("redirectUris", redirects)
                .field("postLogoutRedirectUris", afterLogout)
                .field("authenticationMethods", methods)
                .field("grantTypes", grants)
                .field("scopes", scopes)
                .field("idTokenAlgorithm", algorithm)
                .field("jwksUri", keys)
                .refusal("service.client-id-taken", "clientId")
                .refusal("service.client-id-fixed", "clientId");
    }

    private void describe() {
        clientId.setHelperText(Words.of("client.id.help"));
        clientId.setMaxLength(100);
        redirects.setHelperText(Words.of("client.redirects.help"));
        redirects.setMinRows(3);
        afterLogout.setMinRows(2);
        afterLogout.setHelperText(Words.of("client.after-logout.help"));
        methods.setItems(new TreeSet<>(OidcClient.AUTHENTICATION_METHODS));
        methods.setItemLabelGenerator(each -> Words.of("client.method." + each));
        methods.addClassName("stacked");
        grants.setItems(new TreeSet<>(OidcClient.GRANT_TYPES));
        grants.setItemLabelGenerator(each -> Words.of("client.grant." + each));
        grants.addClassName("stacked");
        algorithm.setItems(ALGORITHMS);
        keys.setPlaceholder("https://");
        keys.setHelperText(Words.of("client.keys.help"));
        firstParty.setHelperText(Words.of("client.first-party.help"));
        bound.setHelperText(Words.of("client.bound.help"));
    }

    /** For a service that has no client yet. */
    void suggest(String slug) {
        clientId.setValue(slug);
        methods.setValue(Set.of("client_secret_basic"));
        grants.setValue(Set.of("authorization_code", "refresh_token"));
        scopes.show(Set.of("openid", "profile", "email"));
        algorithm.setValue("ES256");
    }

    void show(OidcClient client) {
        clientId.setValue(client.clientId());
        fix();
        redirects.setValue(Typed.text(client.redirectUris()));
        afterLogout.setValue(Typed.text(client.postLogoutRedirectUris()));
        methods.setValue(client.authenticationMethods());
        grants.setValue(client.grantTypes());
        scopes.show(client.scopes());
        algorithm.setValue(client.idTokenAlgorithm());
        keys.setValue(client.jwksUri());
        firstParty.setValue(client.firstParty());
        logout.show(client.backchannelLogout(), client.frontchannelLogout());
        bound.setValue(client.dpopBoundAccessTokens());
    }

    /** The identifier of a client that there is stays as it is. */
    void fix() {
        clientId.setReadOnly(true);
    }

    /** @param known as it was saved, for what this form does not show */
    OidcClient typed(Optional<OidcClient> known) {
        return new OidcClient(
                clientId.getValue().strip(),
                Typed.addresses("redirectUris", redirects.getValue()),
                Typed.addresses("postLogoutRedirectUris", afterLogout.getValue()),
                methods.getValue(),
                grants.getValue(),
                scopes.getValue(),
                Optional.ofNullable(algorithm.getValue()).orElse(""),
                keys.getValue().strip(),
                firstParty.getValue(),
                logout.back(),
                logout.front(),
                bound.getValue(),
                registeredKeys(known),
                known.map(OidcClient::userinfoAlgorithm).orElse(""),
                known.map(OidcClient::requestUris).orElse(List.of()));
    }

    /** Keys that the application registered itself: an address takes their place. */
    private String registeredKeys(Optional<OidcClient> known) {
        return keys.getValue().isBlank() ? known.map(OidcClient::jwks).orElse("") : "";
    }
}
