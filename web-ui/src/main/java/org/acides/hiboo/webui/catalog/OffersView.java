package org.acides.hiboo.webui.catalog;

import com.vaadin.flow.component.badge.Badge;
import com.vaadin.flow.component.badge.BadgeVariant;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import org.acides.hiboo.catalog.api.commands.WithdrawRegistrationOffer;
import org.acides.hiboo.catalog.api.queries.FindRegistrationOffers;
import org.acides.hiboo.catalog.api.queries.FindService;
import org.acides.hiboo.catalog.api.queries.RegistrationOfferRow;
import org.acides.hiboo.catalog.api.queries.ServiceDetails;
import org.acides.hiboo.webui.asking.Answers;
import org.acides.hiboo.webui.i18n.Words;
import org.acides.hiboo.webui.kit.AdminActs;
import org.acides.hiboo.webui.kit.Confirm;
import org.acides.hiboo.webui.kit.Moments;
import org.acides.hiboo.webui.kit.Page;
import org.acides.hiboo.webui.shell.Notices;

/** Leave for applications to register themselves: given, used, over. */
@Route("admin/registrations")
@RolesAllowed("ADMIN")
@Menu(title = "offers.title", order = 15, icon = "vaadin:plug")
class OffersView extends Page {

    private static final long serialVersionUID = 1L;

    private final transient Answers answers;
    private final transient AdminActs acts;
    private final transient Moments moments;
    private final Grid<RegistrationOfferRow> grid = new Grid<>();

    OffersView(Answers answers, AdminActs acts, Moments moments) {
        super("offers");
        this.answers = answers;
        this.acts = acts;
        this.moments = moments;
        addClassName("full");
        Button issue = new Button(
                Words.of("offers.issue"),
                VaadinIcon.PLUS.create(),
                click -> new OfferDialog(answers, acts, this::show).open());
        issue.addThemeVariants(ButtonVariant.PRIMARY);
        actions(issue);
        columns();
        add(grid);
        show();
    }

    private void columns() {
        grid.addThemeVariants(GridVariant.NO_BORDER);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.setEmptyStateText(Words.of("offers.none"));
        grid.addColumn(row -> moments.exactly(row.issuedAt()))
                .setHeader(Words.of("invitations.issued"))
                .setWidth("12rem");
        grid.addColumn(this::what).setHeader(Words.of("offers.for")).setWidth("12rem");
        grid.addComponentColumn(this::state)
                .setHeader(Words.of("invitations.state"))
                .setWidth("8rem")
                .setFlexGrow(0);
        grid.addColumn(row -> Words.of("invitations.used-of", row.used(), row.uses()))
                .setHeader(Words.of("invitations.used"))
                .setWidth("7rem")
                .setFlexGrow(0);
        grid.addComponentColumn(row -> moments.ago(row.endsAt()))
                .setHeader(Words.of("invitations.ends"))
                .setWidth("8rem");
        grid.addComponentColumn(this::withdrawal)
                .setHeader(Words.of("invitations.withdraw.do"))
                .setWidth("9rem")
                .setFlexGrow(0);
    }

    private String what(RegistrationOfferRow row) {
        if (row.service() == null) return Words.of(row.opens() ? "offers.for.open" : "offers.for.closed");
        return answers.find(new FindService(row.service()), ServiceDetails.class)
                .map(service -> service.description().name())
                .orElse("");
    }

    private OfferStanding standing(RegistrationOfferRow row) {
        return OfferStanding.of(row, moments.now());
    }

    private Badge state(RegistrationOfferRow row) {
        Badge badge = new Badge(Words.of("invitation.state." + standing(row)));
        badge.addThemeVariants(standing(row) == OfferStanding.OPEN ? BadgeVariant.SUCCESS : BadgeVariant.CONTRAST);
        return badge;
    }

    private Button withdrawal(RegistrationOfferRow row) {
        Button withdraw = new Button(
                Words.of("invitations.withdraw.do"),
                click -> Confirm.ask("offers.withdraw", true, () -> withdraw(row)));
        withdraw.addThemeVariants(ButtonVariant.SMALL, ButtonVariant.TERTIARY);
        withdraw.setVisible(standing(row) == OfferStanding.OPEN);
        return withdraw;
    }

    private void withdraw(RegistrationOfferRow row) {
        if (Notices.attempt(() -> acts.send(new WithdrawRegistrationOffer(row.offerId()))))
            Notices.done("offers.withdraw.done");
        show();
    }

    private void show() {
        grid.setItems(answers.all(new FindRegistrationOffers(), RegistrationOfferRow.class));
    }
}
