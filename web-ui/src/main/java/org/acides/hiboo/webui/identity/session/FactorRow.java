package org.acides.hiboo.webui.identity.session;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import org.acides.hiboo.identity.api.SignedIn;
import org.acides.hiboo.identity.api.commands.RemoveFactor;
import org.acides.hiboo.identity.api.queries.MyFactor;
import org.acides.hiboo.infrastructure.api.Commands;
import org.acides.hiboo.webui.i18n.Times;
import org.acides.hiboo.webui.i18n.Words;
import org.acides.hiboo.webui.security.Me;
import org.acides.hiboo.webui.shell.Notices;

/** One factor, and the way to remove it. */
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
        name = Words.of("factors.kind." + factor.kind());
        addClassNames("card", "factor");
        Span kind = new Span(name);
        kind.addClassName("device");
        Span since = new Span(Words.of("factors.since", Times.at(factor.enrolledAt())));
        since.addClassName("times");
        Div names = new Div(new Div(kind), since);
        names.addClassName("names");
        Button remove = new Button(Words.of("factors.remove"), click -> confirm());
        remove.addThemeVariants(ButtonVariant.SMALL);
        remove.setAriaLabel(Words.of("factors.remove.which", name));
        add(VaadinIcon.MOBILE.create(), names, remove);
    }

    private void confirm() {
        ConfirmDialog ask = new ConfirmDialog(
                Words.of("factors.remove.ask", name),
                Words.of("factors.remove.what"),
                Words.of("factors.remove"),
                sure -> remove());
        ask.setConfirmButtonTheme("primary error");
        ask.setCancelable(true);
        ask.setCancelText(Words.of("home.cancel"));
        ask.open();
    }

    private void remove() {
        SignedIn me = Me.now();
        if (Notices.attempt(
                () -> commands.send(new RemoveFactor(me.account(), me.session(), factor.factorId()), me.asMember())))
            Notices.done("factors.removed", name);
        changed.run();
    }
}
