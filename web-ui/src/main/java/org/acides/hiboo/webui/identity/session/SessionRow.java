package org.acides.hiboo.webui.identity.session;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.time.Instant;
import org.acides.hiboo.identity.api.SignedIn;
import org.acides.hiboo.identity.api.commands.RevokeSession;
import org.acides.hiboo.identity.api.queries.MySession;
import org.acides.hiboo.infrastructure.api.Commands;
import org.acides.hiboo.webui.i18n.Times;
import org.acides.hiboo.webui.i18n.Words;
import org.acides.hiboo.webui.kit.Confirm;
import org.acides.hiboo.webui.security.Me;
import org.acides.hiboo.webui.shell.Notices;

/** One signed-in browser, and the way to sign it out. */
final class SessionRow extends ListItem {

    private static final long serialVersionUID = 1L;

    private final transient MySession session;
    private final transient Commands commands;
    private final Runnable changed;

    /** @param here whether it is the browser that shows this */
    SessionRow(MySession session, boolean here, Commands commands, Runnable changed) {
        this.session = session;
        this.commands = commands;
        this.changed = changed;
        addClassNames("card", "session");
        Span device = new Span(session.device());
        device.addClassName("device");
        Span mark = new Span(Words.of("sessions.here"));
        mark.addClassName("mark");
        mark.setVisible(here);
        // Kept to the hour, which may be the one in which the person signed in.
        Instant used =
                session.lastUsedAt().isBefore(session.signedInAt()) ? session.signedInAt() : session.lastUsedAt();
        Span times = new Span(Words.of("sessions.times", Times.at(session.signedInAt()), Times.at(used)));
        times.addClassName("times");
        Div names = new Div(new Div(device, mark), times);
        names.addClassName("names");
        add(VaadinIcon.DESKTOP.create(), names, revoke(here));
    }

    private Component revoke(boolean here) {
        Button revoke = new Button(Words.of("sessions.revoke.do"), click -> confirm());
        revoke.addThemeVariants(ButtonVariant.SMALL);
        revoke.setAriaLabel(Words.of("sessions.revoke.which", session.device()));
        revoke.setVisible(!here);
        return revoke;
    }

    private void confirm() {
        Confirm.ask("sessions.revoke", true, this::revoke, session.device());
    }

    private void revoke() {
        SignedIn me = Me.now();
        if (Notices.attempt(() -> commands.send(new RevokeSession(me.account(), session.sessionId()), me.asMember())))
            Notices.done("sessions.revoked", session.device());
        changed.run();
    }
}
