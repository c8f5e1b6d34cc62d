package org.acides.hiboo.webui.identity.history;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.data.provider.Query;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.stream.Stream;
import org.acides.hiboo.identity.api.queries.FindMyHistory;
import org.acides.hiboo.identity.api.queries.MyHistoryRow;
import org.acides.hiboo.webui.asking.Answers;
import org.acides.hiboo.webui.i18n.Times;
import org.acides.hiboo.webui.i18n.Words;
import org.acides.hiboo.webui.security.Me;
import org.acides.hiboo.webui.shell.Screen;

/** What happened to a member's account and profiles, newest first, loaded as it is scrolled to. */
@Route("history")
@Menu(title = "history.title", order = 20, icon = "vaadin:clock")
@PermitAll
final class HistoryView extends Screen {

    private static final long serialVersionUID = 1L;
    private static final int PAGE = 50;

    private final transient Answers answers;

    HistoryView(Answers answers) {
        super("history.title", "history.lead");
        this.answers = answers;
        Sentences sentences = new Sentences(answers);
        Grid<MyHistoryRow> grid = new Grid<>();
        grid.setPageSize(PAGE);
        grid.addColumn(row -> Times.at(row.at()))
                .setHeader(Words.of("history.when"))
                .setWidth("min(13rem, 30vw)")
                .setFlexGrow(0);
        grid.addColumn(sentences::of).setHeader(Words.of("history.what")).setFlexGrow(1);
        grid.addThemeVariants(GridVariant.WRAP_CELL_CONTENT);
        grid.setEmptyStateText(Words.of("history.nothing"));
        grid.setItems(this::page);
        grid.addClassName("history");
        add(grid);
    }

    private Stream<MyHistoryRow> page(Query<MyHistoryRow, Void> wanted) {
        return answers
                .all(new FindMyHistory(Me.now().account(), wanted.getOffset(), wanted.getLimit()), MyHistoryRow.class)
                .stream();
    }
}
