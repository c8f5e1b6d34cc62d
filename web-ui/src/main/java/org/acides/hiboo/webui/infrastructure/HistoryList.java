package org.acides.hiboo.webui.infrastructure;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.function.SerializableConsumer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.acides.hiboo.infrastructure.api.EventHistory;
import org.acides.hiboo.infrastructure.api.EventHistory.Entry;
import org.acides.hiboo.infrastructure.api.EventHistory.Filter;
import org.acides.hiboo.webui.i18n.Times;
import org.acides.hiboo.webui.i18n.Words;
import org.acides.hiboo.webui.kit.Every;
import org.acides.hiboo.webui.kit.Lists;
import org.jspecify.annotations.Nullable;

/** Events, newest first, that stand still while one reads; new ones wait behind a bar. */
public final class HistoryList extends Div {

    private static final long serialVersionUID = 1L;
    private static final Duration LOOKS = Duration.ofSeconds(1);

    private final transient EventHistory history;
    private final Grid<Entry> grid;
    private final Span total = new Span();
    private final Button news = new Button("", VaadinIcon.ARROW_UP.create(), click -> again());
    private final AtomicBoolean appended = new AtomicBoolean();
    private Filter filter = Filter.ALL;
    private transient @Nullable StandingHistory standing;
    private transient @Nullable AutoCloseable subscription;

    public HistoryList(EventHistory history) {
        this.history = history;
        addClassName("history");
        news.addThemeVariants(ButtonVariant.PRIMARY, ButtonVariant.SMALL);
        news.addClassName("news");
        news.setVisible(false);
        total.addClassName("second-line");
        Div head = new Div(total, news);
        head.addClassName("history-head");
        head.getElement().setAttribute("aria-live", "polite");
        grid = Lists.lazy(this::rows, this::count);
        columns();
        add(head, grid);
        Every.now(this, LOOKS, this::look);
    }

    /** Shows what a filter leaves, from the newest on. */
    public void show(Filter wanted) {
        filter = wanted;
        again();
    }

    /** Tells which event is looked at: the one clicked, or under the keyboard's focus. */
    public void onLook(SerializableConsumer<Entry> listener) {
        grid.addCellFocusListener(focus -> focus.getItem().ifPresent(listener::accept));
    }

    private void columns() {
        grid.addColumn(entry -> Times.exactly(entry.at()))
                .setHeader(Words.of("events.at"))
                .setWidth("min(13.5rem, 50vw)")
                .setFlexGrow(0);
        grid.addColumn(entry -> EventWords.of(entry.name()))
                .setHeader(Words.of("events.what"))
                .setTooltipGenerator(Entry::name)
                .setWidth("min(14rem, 45vw)")
                .setFlexGrow(2);
        grid.addColumn(entry -> EventWords.of(entry.actor()))
                .setHeader(Words.of("events.who"))
                .setTooltipGenerator(entry -> entry.actor().id())
                .setWidth("11rem");
        grid.addColumn(entry -> EventWords.brief(entry.aggregate()))
                .setHeader(Words.of("entry.aggregate"))
                .setTooltipGenerator(Entry::aggregate)
                .setWidth("8rem")
                .setFlexGrow(0);
        grid.setEmptyStateText(Words.of("events.none"));
        grid.setSelectionMode(Grid.SelectionMode.NONE);
    }

    private List<Entry> rows(int offset, int limit) {
        return standing == null ? List.of() : standing.rows(offset, limit);
    }

    private int count() {
        return standing == null ? 0 : standing.count();
    }

    private void again() {
        appended.set(false);
        StandingHistory now = new StandingHistory(history, filter);
        standing = now;
        total.setText(Words.of(now.isMoreThanCounted() ? "events.more-than" : "events.count", now.count()));
        news.setVisible(false);
        grid.getDataProvider().refreshAll();
        if (now.count() > 0) grid.scrollToStart();
    }

    private void look() {
        StandingHistory shown = standing;
        if (shown == null || !appended.getAndSet(false)) return;
        int newer = shown.newer();
        boolean many = newer > StandingHistory.MOST_NEW;
        news.setText(Words.of(many ? "events.many-new" : "events.new", Math.min(newer, StandingHistory.MOST_NEW)));
        news.setVisible(newer > 0);
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        subscription = history.onAppend(() -> appended.set(true));
    }

    @Override
    protected void onDetach(DetachEvent left) {
        AutoCloseable ended = subscription;
        subscription = null;
        if (ended != null) close(ended);
    }

    private static void close(AutoCloseable ended) {
        try {
            ended.close();
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }
}
