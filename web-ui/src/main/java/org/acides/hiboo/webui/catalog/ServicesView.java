package org.acides.hiboo.webui.catalog;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.acides.hiboo.catalog.api.ServiceState;
import org.acides.hiboo.catalog.api.queries.CountServices;
import org.acides.hiboo.catalog.api.queries.FindServices;
import org.acides.hiboo.catalog.api.queries.ServiceRow;
import org.acides.hiboo.webui.asking.Answers;
import org.acides.hiboo.webui.i18n.Times;
import org.acides.hiboo.webui.i18n.Words;
import org.acides.hiboo.webui.kit.Lists;
import org.acides.hiboo.webui.kit.Page;

/** Every service of the catalogue, found by name, short name or category. */
@Route("admin/services")
@RolesAllowed("ADMIN")
@Menu(title = "services.title", order = 10, icon = "vaadin:cubes")
class ServicesView extends Page {

    private final Answers answers;
    private final TextField search = Lists.search(Words.of("services.search"));
    private final Select<ServiceState> state = new Select<>();
    private final Grid<ServiceRow> grid;

    ServicesView(Answers answers) {
        super("services");
        addClassName("full");
        this.answers = answers;
        grid = Lists.lazy(this::rows, this::count);
        columns();
        Lists.onOpen(grid, row -> getUI().ifPresent(ui -> ui.navigate(ServiceView.address(row.serviceId()))));
        filters();
        Button register = new Button(
                Words.of("services.register"),
                VaadinIcon.PLUS.create(),
                click -> getUI().ifPresent(ui -> ui.navigate(RegisterServiceView.class)));
        register.addThemeVariants(ButtonVariant.PRIMARY);
        actions(register);
        Div bar = new Div(search, state);
        bar.addClassName("filter-bar");
        add(bar, grid);
    }

    private void filters() {
        state.setItems(ServiceState.values());
        state.setItemLabelGenerator(each -> Words.of(each == null ? "services.any-state" : "service.state." + each));
        state.setEmptySelectionAllowed(true);
        state.setEmptySelectionCaption(Words.of("services.any-state"));
        state.setAriaLabel(Words.of("services.state"));
        state.addValueChangeListener(change -> grid.getDataProvider().refreshAll());
        search.addValueChangeListener(change -> grid.getDataProvider().refreshAll());
    }

    private void columns() {
        grid.addComponentColumn(this::name)
                .setHeader(Words.of("services.name"))
                .setFlexGrow(3)
                .setWidth("15rem");
        grid.addComponentColumn(row -> ServiceFace.state(row.state()))
                .setHeader(Words.of("services.state"))
                .setWidth("7.5rem")
                .setFlexGrow(0);
        grid.addColumn(ServiceRow::category).setHeader(Words.of("services.category"));
        grid.addColumn(row -> Words.of("policy." + row.policy() + ".short", row.quota()))
                .setHeader(Words.of("services.profiles"))
                .setWidth("8rem");
        grid.addColumn(row -> Times.on(row.registeredAt()))
                .setHeader(Words.of("services.since"))
                .setWidth("8rem");
        grid.setEmptyStateText(Words.of("services.none"));
    }

    private Div name(ServiceRow row) {
        RouterLink link = new RouterLink(row.name(), ServiceView.class, ServiceView.parameters(row.serviceId()));
        Span slug = new Span(row.slug());
        slug.addClassName("second-line");
        Div words = new Div(link, slug);
        Div cell = new Div(ServiceFace.logo(row.logo(), row.name()), words);
        cell.addClassName("named");
        return cell;
    }

    private List<ServiceRow> rows(int offset, int limit) {
        return answers.all(new FindServices(search.getValue(), state.getValue(), offset, limit), ServiceRow.class);
    }

    private int count() {
        return answers.count(new CountServices(search.getValue(), state.getValue()));
    }
}
