package org.acides.hiboo.webui.captcha;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.acides.hiboo.captcha.api.queries.SiteRow;
import org.acides.hiboo.webui.i18n.Times;
import org.acides.hiboo.webui.i18n.Words;
import org.acides.hiboo.webui.kit.Lists;
import org.acides.hiboo.webui.kit.Page;

/** Sites of the captcha: what each is called, where it is, and how hard it is pressed. */
abstract class SitesPage extends Page {

    private static final long serialVersionUID = 1L;

    private final String home;
    private final transient SiteActs acts;
    private final TextField search = Lists.search(Words.of("captcha.sites.search"));
    private final Grid<SiteRow> grid;
    private transient List<SiteRow> found = List.of();

    /**
     * @param key of the heading's words
     * @param home its own address
     */
    SitesPage(String key, String home, SiteActs acts) {
        super(key);
        addClassName("full");
        this.home = home;
        this.acts = acts;
        grid = Lists.lazy(
                (offset, limit) -> found.stream().skip(offset).limit(limit).toList(), this::count);
        columns();
        Lists.onOpen(grid, row -> getUI().ifPresent(ui -> ui.navigate(home + "/" + row.siteId())));
        search.addValueChangeListener(change -> grid.getDataProvider().refreshAll());
        Button register = new Button(
                Words.of("captcha.sites.register"),
                VaadinIcon.PLUS.create(),
                click -> getUI().ifPresent(ui -> ui.navigate(home + "/new")));
        register.addThemeVariants(ButtonVariant.PRIMARY);
        actions(register);
        Div bar = new Div(search);
        bar.addClassName("filter-bar");
        add(bar, grid);
    }

    private void columns() {
        grid.addComponentColumn(this::name)
                .setHeader(Words.of("captcha.site.name"))
                .setFlexGrow(3)
                .setWidth("15rem");
        grid.addComponentColumn(SiteFace::state)
                .setHeader(Words.of("captcha.site.state"))
                .setWidth("9rem")
                .setFlexGrow(0);
        grid.addColumn(row -> row.settings().kinds().stream().map(Kinds::name).collect(Collectors.joining(", ")))
                .setHeader(Words.of("captcha.site.kinds"))
                .setFlexGrow(2);
        grid.addColumn(row -> row.settings().least() + " – " + row.settings().most())
                .setHeader(Words.of("captcha.site.difficulty"))
                .setWidth("7rem");
        grid.addColumn(row -> Times.on(row.registeredAt()))
                .setHeader(Words.of("captcha.site.since"))
                .setWidth("8rem");
        grid.setEmptyStateText(Words.of("captcha.sites.none"));
    }

    private Div name(SiteRow row) {
        Anchor link = new Anchor(home + "/" + row.siteId(), row.settings().name());
        Span domains =
                new Span(row.settings().domains().stream().map(Hosts::shown).collect(Collectors.joining(", ")));
        domains.addClassName("second-line");
        Div cell = new Div(link, domains);
        cell.addClassName("two-lines");
        return cell;
    }

    private int count() {
        String wanted = search.getValue().strip().toLowerCase(Locale.ROOT);
        found = acts.sites().stream()
                .filter(row -> searched(row).toLowerCase(Locale.ROOT).contains(wanted))
                .toList();
        return found.size();
    }

    private static String searched(SiteRow row) {
        List<String> domains = row.settings().domains();
        return row.settings().name() + " " + domains + " "
                + domains.stream().map(Hosts::shown).toList() + " " + row.siteKey();
    }
}
