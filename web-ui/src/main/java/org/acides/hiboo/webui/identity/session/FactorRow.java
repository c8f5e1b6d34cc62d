package org.acides.hiboo.webui.identity.session;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.time.Instant;
import org.acides.hiboo.identity.api.FactorKind;
import org.acides.hiboo.identity.api.SignedIn;
import org.acides.hiboo.identity.api.commands.RemoveFactor;
import org.acides.hiboo.identity.api.commands.RenameFactor;
import org.acides.hiboo.identity.api.queries.MyFactor;
import org.acides.hiboo.infrastructure.api.Commands;
import org.acides.hiboo.webui.i18n.Times;
import org.acides.hiboo.webui.i18n.Words;
import org.acides.hiboo.webui.kit.Confirm;
import org.acides.hiboo.webui.security.Me;
import org.acides.hiboo.webui.shell.Notices;

/** One factor, and the ways to remove it and, if its owner named it, to call it something else. */
final class FactorRow extends ListItem {

    private static final long serialVersionUID = 1L;

    private final transient MyFactor factor;
    private final transient Commands commands;
    private final Runnable changed;
    private final String name;

    FactorRow(MyFactor factor, Commands commands, Runnable changed) {
        this.factor = factor;
        this.commands = commands;
        this.changed = changed;
        String kind = Words.of("factors.kind." + factor.kind());
        name = factor.name().isEmpty() ? kind : factor.name();
        addClassNames("card", "factor");
        Span title = new Span(name);
        title.addClassName("device");
        Span mark = new Span(kind);
        mark.addClassName("mark");
        mark.setVisible(!name.equals(kind));
        Span times = new Span(times());
        times.addClassName("times");
        Div names = new Div(new Div(title, mark), times);
        names.addClassName("names");
        Button rename = new Button(Words.of("factors.rename"), click -> rename());
        rename.addThemeVariants(ButtonVariant.SMALL, ButtonVariant.TERTIARY);
        rename.setAriaLabel(Words.of("factors.rename.which", name));
        rename.setVisible(factor.kind() != FactorKind.TOTP);
        Button remove = new Button(
                Words.of("factors.remove.do"), click -> Confirm.ask("factors.remove", true, this::remove, name));
        remove.addThemeVariants(ButtonVariant.SMALL);
        remove.setAriaLabel(Words.of("factors.remove.which", name));
        Div acts = new Div(rename, remove);
        acts.addClassName("acts");
        add(icon().create(), names, acts);
    }

    private VaadinIcon icon() {
        return switch (factor.kind()) {
            case TOTP -> VaadinIcon.MOBILE;
            case PASSKEY -> VaadinIcon.KEY;
            case CERTIFICATE -> VaadinIcon.DIPLOMA;
        };
    }

    private String times() {
        if (factor.suspected()) return Words.of("factors.suspected");
        String since = Times.at(factor.enrolledAt());
        Instant used = factor.lastUsedAt();
        return used == null ? Words.of("factors.since", since) : Words.of("factors.used", since, Times.at(used));
    }

    private void rename() {
        new FactorNameDialog(factor.name(), chosen -> {
                    SignedIn me = Me.now();
                    commands.send(
                            new RenameFactor(me.account(), me.session(), factor.factorId(), chosen), me.asMember());
                    Notices.done("factors.renamed", chosen.value());
                    changed.run();
                })
                .open();
    }

    private void remove() {
        SignedIn me = Me.now();
        if (Notices.attempt(
                () -> commands.send(new RemoveFactor(me.account(), me.session(), factor.factorId()), me.asMember())))
            Notices.done("factors.removed", name);
        changed.run();
    }
}
