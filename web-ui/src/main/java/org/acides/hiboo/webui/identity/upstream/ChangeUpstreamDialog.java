package org.acides.hiboo.webui.identity.upstream;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import org.acides.hiboo.identity.api.commands.ChangeUpstream;
import org.acides.hiboo.identity.api.queries.UpstreamRow;
import org.acides.hiboo.webui.i18n.Words;
import org.acides.hiboo.webui.kit.AdminActs;
import org.acides.hiboo.webui.kit.FieldErrors;
import org.acides.hiboo.webui.shell.Notices;

/** What a provider is called, whether it is trusted, and another secret, if it made one. */
final class ChangeUpstreamDialog extends Dialog {

    private static final long serialVersionUID = 1L;

    ChangeUpstreamDialog(UpstreamRow provider, AdminActs acts, Runnable changed) {
        setHeaderTitle(Words.of("upstreams.change.title", provider.name()));
        setWidth("min(34rem, 95vw)");
        UpstreamFields fields = new UpstreamFields("upstreams.secret.keep");
        fields.name.setValue(provider.name());
        fields.trusted.setValue(provider.trusted());
        FieldErrors errors = fields.errors();
        Button change = new Button(Words.of("upstreams.change.do"), click -> errors.attempt(() -> {
            String secret = fields.secret.getValue();
            ChangeUpstream command = new ChangeUpstream(
                    provider.upstreamId(),
                    fields.name.getValue(),
                    secret.isBlank() ? null : secret,
                    fields.trusted.getValue());
            acts.send(command);
            close();
            Notices.done("upstreams.changed", fields.name.getValue());
            changed.run();
        }));
        change.addThemeVariants(ButtonVariant.PRIMARY);
        add(fields, errors);
        getFooter().add(new Button(Words.of("cancel"), click -> close()), change);
    }
}
