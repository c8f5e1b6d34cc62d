package org.acides.hiboo.webui.catalog;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
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
import org.acides.hiboo.webui.kit.Handout;
import org.acides.hiboo.webui.kit.HandoutGrid;
import org.acides.hiboo.webui.kit.Moments;
import org.acides.hiboo.webui.kit.Page;

/** Leave for applications to register themselves: given, used, over. */
@Route("admin/registrations")
@RolesAllowed("ADMIN")
@Menu(title = "offers.title", order = 15, icon = "vaadin:plug")
class OffersView extends Page {

    private static final long serialVersionUID = 1L;

    private final transient Answers answers;

    OffersView(Answers answers, AdminActs acts, Moments moments) {
        super("offers");
        this.answers = answers;
        addClassName("full");
        HandoutGrid<RegistrationOfferRow> grid = new HandoutGrid<>(
                "offers",
                moments,
                () -> answers.all(new FindRegistrationOffers(), RegistrationOfferRow.class),
                row -> new Handout(row.uses(), row.used(), row.issuedAt(), row.endsAt(), row.withdrawn()),
                row -> acts.send(new WithdrawRegistrationOffer(row.offerId())));
        grid.addColumn(this::what).setHeader(Words.of("offers.for")).setWidth("14rem");
        Button issue = new Button(
                Words.of("offers.issue"),
                VaadinIcon.PLUS.create(),
                click -> new OfferDialog(answers, acts, grid::show).open());
        issue.addThemeVariants(ButtonVariant.PRIMARY);
        actions(issue);
        add(grid);
    }

    private String what(RegistrationOfferRow row) {
        if (row.service() == null) return Words.of(row.opens() ? "offers.for.open" : "offers.for.closed");
        return answers.find(new FindService(row.service()), ServiceDetails.class)
                .map(service -> service.description().name())
                .orElse("");
    }
}
