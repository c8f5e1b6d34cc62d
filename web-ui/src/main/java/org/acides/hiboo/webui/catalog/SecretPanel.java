package org.acides.hiboo.webui.catalog;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.acides.hiboo.catalog.api.OidcClient;
import org.acides.hiboo.catalog.api.ServiceId;
import org.acides.hiboo.identity.api.ServiceRef;
import org.acides.hiboo.identity.api.commands.IssueClientSecret;
import org.acides.hiboo.identity.api.commands.IssuedSecret;
import org.acides.hiboo.webui.i18n.Words;
import org.acides.hiboo.webui.kit.AdminActs;
import org.acides.hiboo.webui.kit.Confirm;
import org.acides.hiboo.webui.kit.CopyableValue;
import org.acides.hiboo.webui.kit.Moments;
import org.acides.hiboo.webui.kit.ShownOnce;
import org.acides.hiboo.webui.shell.Notices;

/** What the application must be told: where Hiboo is, who the application is, and its secret, which is shown once. */
class SecretPanel extends Div {

    private static final Duration[] OVERLAPS = {
        Duration.ZERO, Duration.ofHours(1), Duration.ofDays(1), Duration.ofDays(7), Duration.ofDays(30)
    };

    private final ServiceRef service;
    private final AdminActs acts;
    private final String issuer;
    private final Div settings = new Div();
    private final Div secret = new Div();
    private final Select<Duration> overlap = new Select<>();

    SecretPanel(ServiceId service, AdminActs acts, String issuer) {
        this.service = new ServiceRef(service.value());
        this.acts = acts;
        this.issuer = issuer;
        addClassName("secret-panel");
        overlap.setLabel(Words.of("secret.overlap"));
        overlap.setHelperText(Words.of("secret.overlap.help"));
        overlap.setItems(OVERLAPS);
        overlap.setItemLabelGenerator(each -> each.isZero() ? Words.of("secret.overlap.none") : Moments.amount(each));
        overlap.setValue(Duration.ofDays(1));
        Button issue =
                new Button(Words.of("secret.issue.do"), click -> Confirm.ask("secret.issue", false, this::issue));
        Div row = new Div(overlap, issue);
        row.addClassName("inline-form");
        secret.add(new Paragraph(Words.of("secret.about")), row);
        settings.addClassName("settings");
        add(new H2(Words.of("secret.title")), settings, secret);
    }

    /** Nothing to tell an application before its client is configured; no secret for one that keeps none. */
    void show(Optional<OidcClient> client) {
        setVisible(client.isPresent());
        client.ifPresent(known -> {
            settings.removeAll();
            settings(known.clientId()).forEach((label, value) -> settings.add(new CopyableValue(label, value)));
            secret.setVisible(known.authenticationMethods().stream()
                    .anyMatch(Set.of("client_secret_basic", "client_secret_post")::contains));
        });
    }

    private void issue() {
        Notices.attempt(() -> {
            IssuedSecret issued = acts.send(new IssueClientSecret(service, overlap.getValue()));
            Map<String, String> shown = settings(issued.clientId());
            shown.put(Words.of("secret.value"), issued.secret());
            new ShownOnce("secret.once", shown).open();
        });
    }

    private Map<String, String> settings(String clientId) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put(Words.of("secret.issuer"), issuer);
        all.put(Words.of("secret.discovery"), issuer + "/.well-known/openid-configuration");
        all.put(Words.of("secret.client-id"), clientId);
        return all;
    }
}
