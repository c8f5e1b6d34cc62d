package org.acides.hiboo.webui.captcha;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Map;
import java.util.stream.Collectors;
import org.acides.hiboo.captcha.api.Vendor;
import org.acides.hiboo.captcha.api.commands.GiveVendorKeys;
import org.acides.hiboo.captcha.api.commands.TakeBackVendorKeys;
import org.acides.hiboo.captcha.api.queries.FindVendorKeys;
import org.acides.hiboo.captcha.api.queries.SiteRow;
import org.acides.hiboo.captcha.api.queries.VendorKeysRow;
import org.acides.hiboo.webui.asking.Answers;
import org.acides.hiboo.webui.i18n.Words;
import org.acides.hiboo.webui.kit.Confirm;
import org.acides.hiboo.webui.kit.FieldErrors;
import org.acides.hiboo.webui.shell.Notices;

/** Keys of other companies' checks, for sites that let their visitors choose one. */
final class VendorsPanel extends Div {

    private static final long serialVersionUID = 1L;

    private final SiteRow site;
    private final transient Answers answers;
    private final transient SiteActs acts;
    private final transient Runnable changed;

    /** @param changed told when keys are given or taken back */
    VendorsPanel(SiteRow site, Answers answers, SiteActs acts, Runnable changed) {
        this.site = site;
        this.answers = answers;
        this.acts = acts;
        this.changed = changed;
        look();
    }

    private void look() {
        removeAll();
        add(new Paragraph(Words.of("captcha.vendor.about")));
        Map<Vendor, String> given = answers.all(new FindVendorKeys(site.siteId()), VendorKeysRow.class).stream()
                .collect(Collectors.toMap(VendorKeysRow::vendor, VendorKeysRow::key));
        for (Vendor vendor : Vendor.values()) add(part(vendor, given.getOrDefault(vendor, "")));
    }

    private Div part(Vendor vendor, String known) {
        String name = Kinds.name(vendor.kind());
        TextField key = new TextField(Words.of("captcha.vendor.key"));
        PasswordField secret = new PasswordField(Words.of("captcha.vendor.secret"));
        key.setValue(known);
        key.setMaxLength(200);
        key.addClassName("code");
        secret.setMaxLength(200);
        secret.setRevealButtonVisible(false);
        secret.getElement().setAttribute("autocomplete", "off");
        secret.setHelperText(known.isEmpty() ? "" : Words.of("captcha.vendor.secret.kept"));
        FieldErrors errors = new FieldErrors().field("keys", secret).refusal("vendor.keys", "keys");
        Button give = new Button(
                Words.of("captcha.vendor.give"),
                click -> errors.attempt(() -> {
                    acts.send(new GiveVendorKeys(site.siteId(), vendor, key.getValue(), secret.getValue()));
                    Notices.done("captcha.vendor.given", name);
                    look();
                    changed.run();
                }));
        give.setAriaLabel(Words.of("captcha.vendor.give.label", name));
        Button back = new Button(
                Words.of("captcha.vendor.back.do"),
                click -> Confirm.ask("captcha.vendor.back", true, () -> takeBack(vendor), name));
        back.addThemeVariants(ButtonVariant.ERROR, ButtonVariant.TERTIARY);
        back.setVisible(!known.isEmpty());
        give.setEnabled(!site.retired());
        Div form = new Div(key, secret, give, back);
        form.addClassName("inline-form");
        Div part = new Div(new H2(name), form, errors);
        part.addClassName("secret-panel");
        return part;
    }

    private void takeBack(Vendor vendor) {
        if (Notices.attempt(() -> acts.send(new TakeBackVendorKeys(site.siteId(), vendor))))
            Notices.done("captcha.vendor.taken-back");
        look();
        changed.run();
    }
}
