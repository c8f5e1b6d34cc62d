package org.acides.hiboo.webui.identity.invitations;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
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
import org.acides.hiboo.webui.kit.Handout;
import org.acides.hiboo.webui.kit.HandoutGrid;
import org.acides.hiboo.webui.kit.Moments;
import org.acides.hiboo.webui.kit.Page;

/** Invitations to sign up: issued, used, over. */
@Route("admin/invitations")
@RolesAllowed("ADMIN")
@Menu(title = "invitations.title", order = 30, icon = "vaadin:envelope-open-o")
public final class InvitationsView extends Page {

    private static final long serialVersionUID = 1L;

    InvitationsView(Answers answers, AdminActs acts, Moments moments) {
        super("invitations");
        addClassName("full");
        HandoutGrid<InvitationRow> grid = new HandoutGrid<>(
                "invitations",
                moments,
                () -> answers.all(new FindInvitations(), InvitationRow.class),
                InvitationsView::handout,
                row -> acts.send(new WithdrawInvitation(row.invitationId())));
        Button issue = new Button(
                Words.of("invitations.issue"),
                VaadinIcon.PLUS.create(),
                click -> new IssueInvitationDialog(acts, grid::show).open());
        issue.addThemeVariants(ButtonVariant.PRIMARY);
        actions(issue);
        add(grid);
    }

    public static Handout handout(InvitationRow row) {
        return new Handout(row.uses(), row.used(), row.issuedAt(), row.expiresAt(), row.withdrawn());
    }
}
