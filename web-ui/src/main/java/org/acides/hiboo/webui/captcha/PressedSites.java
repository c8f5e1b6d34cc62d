package org.acides.hiboo.webui.captcha;

import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.function.ValueProvider;
import java.time.Instant;
import java.util.List;
import org.acides.hiboo.captcha.api.queries.CountSitePressure;
import org.acides.hiboo.captcha.api.queries.FindSitePressure;
import org.acides.hiboo.captcha.api.queries.SitePressureRow;
import org.acides.hiboo.webui.asking.Answers;
import org.acides.hiboo.webui.i18n.Words;
import org.acides.hiboo.webui.kit.Lists;
import org.jspecify.annotations.Nullable;

/** Every site with what it was asked, those under attack first; asked for as far as one looks. */
final class PressedSites extends Section {

    private static final long serialVersionUID = 1L;

    /** So many are shown whole; more scroll. */
    private static final int FEW = 8;

    /** What is counted. @param kind null for every kind */
    record Window(Instant from, Instant to, @Nullable String kind) {}

    private final transient Answers answers;
    private final TextField search = Lists.search(Words.of("captcha.pressure.search"));
    private final Grid<SitePressureRow> grid;
    private transient Window window = new Window(Instant.EPOCH, Instant.EPOCH, null);

    PressedSites(Answers answers) {
        this.answers = answers;
        addClassNames("pressure-part", "pressed-sites");
        grid = Lists.lazy(this::rows, this::count);
        columns();
        Lists.onOpen(grid, row -> getUI().ifPresent(ui -> ui.navigate(address(row))));
        search.addValueChangeListener(change -> grid.getDataProvider().refreshAll());
        Div bar = new Div(search);
        bar.addClassName("filter-bar");
        add(new H2(Words.of("captcha.table.sites")), bar, grid);
    }

    void show(Window now) {
        window = now;
        boolean few = answers.count(new CountSitePressure("", null, Instant.EPOCH, Instant.EPOCH)) <= FEW;
        grid.setAllRowsVisible(few);
        grid.setHeight(few ? null : "24rem");
        grid.getDataProvider().refreshAll();
    }

    /** Sites under attack, the worst first, and one more than are named when there are more. */
    List<SitePressureRow> attacked() {
        Instant never = Instant.EPOCH;
        return answers
                .all(new FindSitePressure("", null, never, never, 0, AttackNote.NAMED + 1), SitePressureRow.class)
                .stream()
                .filter(SitePressureRow::attacked)
                .toList();
    }

    private List<SitePressureRow> rows(int offset, int limit) {
        return answers.all(
                new FindSitePressure(search.getValue(), window.kind(), window.from(), window.to(), offset, limit),
                SitePressureRow.class);
    }

    private int count() {
        return answers.count(new CountSitePressure(search.getValue(), window.kind(), window.from(), window.to()));
    }

    private void columns() {
        // Rendered in the browser: a link that has the focus keeps it when its row's numbers change.
        grid.addColumn(LitRenderer.<SitePressureRow>of("<a href=${item.address}>${item.name}</a>")
                        .withProperty("address", PressedSites::address)
                        .withProperty("name", SitePressureRow::name))
                .setHeader(Words.of("captcha.site"))
                .setWidth("11rem")
                .setFlexGrow(3);
        grid.addColumn(LitRenderer.<SitePressureRow>of("<span class=${item.tone}>${item.level}</span>")
                        .withProperty("tone", row -> row.attacked() ? "level-attacked" : "level-calm")
                        .withProperty("level", PressedSites::level))
                .setHeader(Words.of("captcha.pressure.level"))
                .setWidth("10rem")
                .setFlexGrow(1);
        number("captcha.challenges", SitePressureRow::challenges);
        number("captcha.passes", SitePressureRow::passes);
        number("captcha.failures", SitePressureRow::failures);
        grid.setEmptyStateText(Words.of("captcha.pressure.none"));
    }

    private void number(String key, ValueProvider<SitePressureRow, Long> value) {
        grid.addColumn(row -> Words.of("number", value.apply(row)))
                .setHeader(Words.of(key))
                .setTextAlign(ColumnTextAlign.END)
                .setWidth("7rem")
                .setFlexGrow(1);
    }

    private static String level(SitePressureRow row) {
        if (row.retired()) return Words.of("captcha.state.retired");
        return row.attacked()
                ? Words.of("captcha.pressure.attacked", row.difficulty(), row.least())
                : Words.of("captcha.pressure.calm", row.difficulty());
    }

    private static String address(SitePressureRow row) {
        return SitesView.PATH + "/" + row.siteId();
    }
}
