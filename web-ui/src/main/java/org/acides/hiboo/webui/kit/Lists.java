package org.acides.hiboo.webui.kit;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.provider.CallbackDataProvider;
import com.vaadin.flow.data.provider.Query;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What every list here does alike. */
public final class Lists {

    /** No query of any context answers more at once. */
    static final int LARGEST_PAGE = 200;

    private Lists() {}

    /** Answers rows from an offset on, at most {@code limit}, which is 1 to 200. */
    @FunctionalInterface
    public interface Rows<T> {
        List<T> from(int offset, int limit);
    }

    /** A grid that asks for the rows it shows, and no others. */
    public static <T> Grid<T> lazy(Rows<T> rows, IntSupplier count) {
        Grid<T> grid = new Grid<>();
        grid.setDataProvider(provider(rows, count));
        grid.addThemeVariants(GridVariant.NO_BORDER);
        grid.setSizeFull();
        return grid;
    }

    static <T> CallbackDataProvider<T, Void> provider(Rows<T> rows, IntSupplier count) {
        return new CallbackDataProvider<>(query -> fetch(rows, query), query -> count.getAsInt());
    }

    private static <T> Stream<T> fetch(Rows<T> rows, Query<T, Void> query) {
        int offset = query.getOffset();
        int left = query.getLimit();
        List<T> found = new ArrayList<>();
        while (left > 0) {
            int asked = Math.min(left, LARGEST_PAGE);
            List<T> page = rows.from(offset, asked);
            found.addAll(page);
            offset += asked;
            left = page.size() < asked ? 0 : left - asked;
        }
        return found.stream();
    }

    /** Opens a row by click, and by Enter on the row that has the focus. */
    public static <T> void onOpen(Grid<T> grid, SerializableConsumer<T> open) {
        AtomicReference<@Nullable T> focused = new AtomicReference<>();
        grid.addCellFocusListener(focus -> focused.set(focus.getItem().orElse(null)));
        grid.addItemClickListener(click -> open.accept(click.getItem()));
        grid.getElement()
                .addEventListener("keydown", pressed -> {
                    T row = focused.get();
                    if (row != null) open.accept(row);
                })
                .setFilter("event.key === 'Enter'");
    }

    /** A search field that asks a moment after the last letter; Ctrl+K leads to it from anywhere on its screen. */
    public static TextField search(String placeholder) {
        TextField search = new TextField();
        search.setPlaceholder(placeholder);
        search.setAriaLabel(placeholder);
        search.setPrefixComponent(VaadinIcon.SEARCH.create());
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.setMaxLength(100);
        search.addClassName("search");
        search.addFocusShortcut(Key.KEY_K, KeyModifier.CONTROL);
        search.getElement().setAttribute("aria-keyshortcuts", "Control+K");
        return search;
    }
}
