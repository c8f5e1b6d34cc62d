package org.acides.hiboo.webui.identity.upstream;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import java.net.URI;
import java.net.URISyntaxException;
import org.acides.hiboo.identity.api.UpstreamId;
import org.acides.hiboo.identity.api.commands.RegisterUpstream;
import org.acides.hiboo.identity.api.queries.ReadUpstream;
import org.acides.hiboo.identity.api.queries.UpstreamFound;
import org.acides.hiboo.infrastructure.api.Refused;
import org.acides.hiboo.webui.asking.Answers;
import org.acides.hiboo.webui.i18n.Words;
import org.acides.hiboo.webui.kit.AdminActs;
import org.acides.hiboo.webui.kit.CopyableValue;
import org.acides.hiboo.webui.kit.FieldErrors;
import org.acides.hiboo.webui.shell.Notices;

/** First where the provider is, which is tried at once; then what its client there is called, whose address is now known. */
final class RegisterUpstreamDialog extends Dialog {

    private static final long serialVersionUID = 1L;

    private final transient Answers answers;
    private final transient AdminActs acts;
    private final Runnable registered;
    private final TextField issuer = new TextField(Words.of("upstreams.issuer"));
    private final TextField client = new TextField(Words.of("upstreams.client"));
    private final UpstreamFields fields = new UpstreamFields("upstreams.secret.help");
    private final Div found = new Div();
    private final FieldErrors errors = fields.errors()
            .field("issuer", issuer)
            .field("client", client)
            .refusal("upstream.issuer-malformed", "issuer")
            .refusal("upstream.issuer-other", "issuer")
            .refusal("upstream.unreachable", "issuer")
            .refusal("upstream.issuer-taken", "issuer")
            .refusal("upstream.client-malformed", "client");
    private final Button next = new Button(Words.of("upstreams.find"), click -> errors.attempt(this::find));
    private final UpstreamId id = UpstreamId.random();

    RegisterUpstreamDialog(Answers answers, AdminActs acts, Runnable registered) {
        this.answers = answers;
        this.acts = acts;
        this.registered = registered;
        setHeaderTitle(Words.of("upstreams.register"));
        setWidth("min(34rem, 95vw)");
        issuer.setPlaceholder("https://");
        issuer.setHelperText(Words.of("upstreams.issuer.help"));
        issuer.setMaxLength(500);
        issuer.setWidthFull();
        issuer.setAutofocus(true);
        client.setMaxLength(200);
        client.setWidthFull();
        found.setVisible(false);
        next.addThemeVariants(ButtonVariant.PRIMARY);
        add(issuer, found, errors);
        getFooter().add(new Button(Words.of("cancel"), click -> close()), next);
    }

    private void find() {
        answers.find(new ReadUpstream(typed()), UpstreamFound.class).ifPresent(read -> {
            issuer.setReadOnly(true);
            found.add(
                    new Paragraph(Words.of("upstreams.callback.about")),
                    new CopyableValue(
                            Words.of("upstreams.callback"), read.callback().toString()),
                    client,
                    fields);
            found.setVisible(true);
            client.focus();
            getFooter().remove(next);
            Button register = new Button(
                    Words.of("upstreams.register.do"), click -> errors.attempt(() -> register(read.issuer())));
            register.addThemeVariants(ButtonVariant.PRIMARY);
            getFooter().add(register);
        });
    }

    private URI typed() {
        try {
            return new URI(issuer.getValue().strip());
        } catch (URISyntaxException junk) {
            throw new Refused("upstream.issuer-malformed", 500);
        }
    }

    private void register(URI at) {
        RegisterUpstream command = new RegisterUpstream(
                id,
                fields.name.getValue(),
                at,
                client.getValue(),
                fields.secret.getValue(),
                fields.trusted.getValue());
        acts.send(command);
        close();
        Notices.done("upstreams.registered", fields.name.getValue());
        registered.run();
    }
}
