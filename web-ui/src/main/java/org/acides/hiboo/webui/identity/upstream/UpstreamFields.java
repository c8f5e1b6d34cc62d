package org.acides.hiboo.webui.identity.upstream;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import org.acides.hiboo.webui.i18n.Words;
import org.acides.hiboo.webui.kit.FieldErrors;

/** What an admin says of a provider, whether it is new or known. */
final class UpstreamFields extends Div {

    private static final long serialVersionUID = 1L;

    final TextField name = new TextField(Words.of("upstreams.name"));
    final PasswordField secret = new PasswordField(Words.of("upstreams.secret"));
    final Checkbox trusted = new Checkbox(Words.of("upstreams.trust"));

    /** @param secretHelp message key of what stands under the secret */
    UpstreamFields(String secretHelp) {
        name.setHelperText(Words.of("upstreams.name.help"));
        name.setMaxLength(60);
        name.setWidthFull();
        secret.setHelperText(Words.of(secretHelp));
        secret.setRevealButtonVisible(false);
        secret.getElement().setAttribute("autocomplete", "off");
        secret.setWidthFull();
        trusted.setHelperText(Words.of("upstreams.trust.help"));
        add(name, secret, trusted);
    }

    FieldErrors errors() {
        return new FieldErrors()
                .field("name", name)
                .field("secret", secret)
                .refusal("upstream.name-malformed", "name")
                .refusal("upstream.secret-malformed", "secret");
    }
}
