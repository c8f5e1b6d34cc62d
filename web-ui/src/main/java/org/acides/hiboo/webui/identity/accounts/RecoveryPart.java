package org.acides.hiboo.webui.identity.accounts;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.commands.CancelRecovery;
import org.acides.hiboo.identity.api.commands.ConfirmRecovery;
import org.acides.hiboo.identity.api.commands.ProposeRecovery;
import org.acides.hiboo.identity.api.queries.AccountRow;
import org.acides.hiboo.identity.api.queries.FindMyFactors;
import org.acides.hiboo.identity.api.queries.FindRecovery;
import org.acides.hiboo.identity.api.queries.MyFactor;
import org.acides.hiboo.identity.api.queries.RecoveryRow;
import org.acides.hiboo.webui.asking.Answers;
import org.acides.hiboo.webui.i18n.Words;
import org.acides.hiboo.webui.kit.AdminActs;
import org.acides.hiboo.webui.kit.Confirm;
import org.acides.hiboo.webui.kit.Moments;
import org.acides.hiboo.webui.kit.ReasonDialog;
import org.acides.hiboo.webui.security.Me;
import org.acides.hiboo.webui.shell.Notices;

/** How an account is got back whose factors are lost: one admin proposes, another confirms, and after a delay they go. */
final class RecoveryPart extends Div {

    private static final long serialVersionUID = 1L;

    private final AccountRow account;
    private final transient Answers answers;
    private final transient AdminActs acts;
    private final transient Moments moments;

    RecoveryPart(AccountRow account, Answers answers, AdminActs acts, Moments moments) {
        this.account = account;
        this.answers = answers;
        this.acts = acts;
        this.moments = moments;
        show();
    }

    private void show() {
        removeAll();
        add(new H3(Words.of("recovery.heading")));
        answers.find(new FindRecovery(account.accountId()), RecoveryRow.class)
                .ifPresentOrElse(this::underWay, this::none);
    }

    private void none() {
        boolean any = !answers.all(new FindMyFactors(account.accountId()), MyFactor.class)
                .isEmpty();
        Button propose = new Button(
                Words.of("recovery.propose.do"),
                click -> new ReasonDialog(
                                "recovery.propose",
                                "recovery.propose.reason",
                                AccountPanel.name(account),
                                reason -> acts.send(new ProposeRecovery(account.accountId(), me(), reason)),
                                this::show)
                        .open());
        propose.setEnabled(any && !account.accountId().equals(me()));
        add(row(new Span(Words.of(any ? "recovery.has-factor" : "recovery.has-none")), propose));
    }

    private void underWay(RecoveryRow recovery) {
        Button cancel = button("recovery.cancel", true, new CancelRecovery(account.accountId()));
        if (recovery.dueAt() != null) {
            add(new Paragraph(new Span(Words.of("recovery.due") + " "), moments.ago(recovery.dueAt())), row(cancel));
            return;
        }
        Button confirm = button("recovery.confirm", true, new ConfirmRecovery(account.accountId(), me()));
        confirm.setEnabled(!recovery.by().equals(me()) && !account.accountId().equals(me()));
        add(
                new Paragraph(Words.of("recovery.proposed", recovery.byName())),
                new Paragraph(new Span(Words.of("recovery.lapses") + " "), moments.ago(recovery.lapsesAt())),
                row(confirm, cancel));
    }

    private Button button(String key, boolean grave, Object command) {
        return new Button(
                Words.of(key + ".do"),
                click -> Confirm.ask(key, grave, () -> act(command), AccountPanel.name(account)));
    }

    private void act(Object command) {
        if (Notices.attempt(() -> acts.send(command))) Notices.done("saved");
        show();
    }

    private static AccountId me() {
        return Me.now().account();
    }

    private static Div row(com.vaadin.flow.component.Component... parts) {
        Div row = new Div(parts);
        row.addClassName("role-row");
        return row;
    }
}
