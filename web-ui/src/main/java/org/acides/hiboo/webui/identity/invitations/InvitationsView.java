package org.acides.hiboo.webui.identity.invitations;

import com.vaadin.flow.component.badge.Badge;
import com.vaadin.flow.component.badge.BadgeVariant;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import org.acides.hiboo.identity.api.commands.WithdrawInvitation;
import org.acides.hiboo.identity.api.queries.FindInvitations;
import org.acides.hiboo.identity.api.queries.InvitationRow;
import org.acides.hiboo.webui.asking.Answers;
import org.acides.hiboo.webui.i18n.Words;
import org.acides.hiboo.webui.kit.AdminActs;
import org.acides.hiboo.webui.kit.Confirm;
import org.acides.hiboo.webui.kit.Moments;
import org.acides.hiboo.webui.kit.Page;
import org.acides.hiboo.webui.shell.Notices;

/** Invitations to sign up: issued, used, over. */
@Route("admin/invitations")
@RolesAllowed("ADMIN")
@Menu(title = "invitations.title", order = 30, icon = "vaadin:envelope-open-o")
final class InvitationsView extends Page {

    private static final long serialVersionUID = 1L;

    private final transient Answers answers;
    private final transient AdminActs acts;
    private final transient Moments moments;
    private final Grid<InvitationRow> grid = new Grid<>();

    InvitationsView(Answers answers, AdminActs acts, Moments moments) {
        super("invitations");
        this.answers = answers;
        this.acts = acts;
        this.moments = moments;
        addClassName("full");
        Button issue = new Button(
                Words.of("invitations.issue"),
                VaadinIcon.PLUS.create(),
                click -> new IssueInvitationDialog(acts, this::show).open());
        issue.addThemeVariants(ButtonVariant.PRIMARY);
        actions(issue);
        columns();
        add(grid);
        show();
    }

    private void columns() {
        grid.addThemeVariants(GridVariant.NO_BORDER);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.setEmptyStateText(Words.of("invitations.none"));
        // What one comes for first, for a phone shows no more than that.
        grid.addComponentColumn(this::state)
                .setHeader(Words.of("invitations.state"))
                .setWidth("min(11rem, 32vw)");
        grid.addComponentColumn(row -> moments.ago(row.expiresAt()))
                .setHeader(Words.of("invitations.ends"))
                .setWidth("min(8rem, 28vw)");
        grid.addComponentColumn(this::withdrawal)
                .setHeader(Words.of("invitations.withdraw.do"))
                .setWidth("min(9rem, 31vw)")
                .setFlexGrow(0);
        grid.addColumn(row -> moments.exactly(row.issuedAt()))
                .setHeader(Words.of("invitations.issued"))
                .setWidth("13rem");
    }

    private Div state(InvitationRow row) {
        Standing standing = Standing.of(row, moments.now());
        Badge badge = new Badge(Words.of("invitation.state." + standing));
        badge.addThemeVariants(standing == Standing.OPEN ? BadgeVariant.SUCCESS : BadgeVariant.CONTRAST);
        Span used = new Span(Words.of("invitations.used-of", row.used(), row.uses()));
        used.addClassName("second-line");
        Div cell = new Div(badge, used);
        cell.addClassName("badge-above");
        return cell;
    }

    private Button withdrawal(InvitationRow row) {
        Button withdraw = new Button(
                Words.of("invitations.withdraw.do"),
                click -> Confirm.ask("invitations.withdraw", true, () -> withdraw(row)));
        withdraw.addThemeVariants(ButtonVariant.SMALL, ButtonVariant.TERTIARY);
        withdraw.setVisible(Standing.of(row, moments.now()) == Standing.OPEN);
        return withdraw;
    }

    private void withdraw(InvitationRow row) {
        if (Notices.attempt(() -> acts.send(new WithdrawInvitation(row.invitationId()))))
            Notices.done("invitations.withdraw.done");
        show();
    }

    private void show() {
        grid.setItems(answers.all(new FindInvitations(), InvitationRow.class));
    }
}
