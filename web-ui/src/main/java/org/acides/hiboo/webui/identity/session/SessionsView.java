package org.acides.hiboo.webui.identity.session;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import org.acides.hiboo.identity.api.SignedIn;
import org.acides.hiboo.identity.api.commands.SignOutEverywhere;
import org.acides.hiboo.identity.api.queries.FindMySessions;
import org.acides.hiboo.identity.api.queries.MySession;
import org.acides.hiboo.infrastructure.api.Commands;
import org.acides.hiboo.infrastructure.web.ClientCertificates;
import org.acides.hiboo.webui.asking.Answers;
import org.acides.hiboo.webui.i18n.Words;
import org.acides.hiboo.webui.kit.Confirm;
import org.acides.hiboo.webui.security.Me;
import org.acides.hiboo.webui.shell.Screen;

/** What a member signs in with, and where they are signed in. */
@Route("sessions")
@Menu(title = "sessions.title", order = 10, icon = "vaadin:lock")
@PermitAll
final class SessionsView extends Screen {

    private static final long serialVersionUID = 1L;

    private final transient Answers answers;
    private final transient Commands commands;
    private final UnorderedList browsers = new UnorderedList();

    SessionsView(Answers answers, Commands commands, ClientCertificates certificates) {
        super("sessions.title", "");
        this.answers = answers;
        this.commands = commands;
        browsers.addClassName("sessions");
        Paragraph lead = new Paragraph(Words.of("sessions.browsers.lead"));
        lead.addClassName("lead");
        add(
                new FactorsPart(answers, commands, certificates.taken()),
                new LinksPart(answers, commands),
                new Section(new H2(Words.of("sessions.browsers")), lead, browsers, everywhere()),
                new PasswordForm(commands, this::show));
        show();
    }

    private Button everywhere() {
        Button everywhere = new Button(
                Words.of("sessions.everywhere.do"),
                click -> Confirm.ask("sessions.everywhere", true, () -> {
                    SignedIn me = Me.now();
                    commands.send(new SignOutEverywhere(me.account()), me.asMember());
                    UI.getCurrent().getPage().setLocation("/sign-in?done=signed-out");
                }));
        everywhere.addClassName("everywhere");
        return everywhere;
    }

    private void show() {
        SignedIn me = Me.now();
        browsers.removeAll();
        answers.all(new FindMySessions(me.account()), MySession.class)
                .forEach(session -> browsers.add(
                        new SessionRow(session, session.sessionId().equals(me.session()), commands, this::show)));
    }
}
