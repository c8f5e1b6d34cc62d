package org.acides.hiboo.webui.kit;

import com.vaadin.flow.component.badge.Badge;
import com.vaadin.flow.component.badge.BadgeVariant;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.function.SerializableFunction;
import com.vaadin.flow.function.SerializableSupplier;
import java.util.List;
import org.acides.hiboo.webui.i18n.Times;
import org.acides.hiboo.webui.i18n.Words;
import org.acides.hiboo.webui.shell.Notices;

/**
 * Things handed out, each with what became of it, and a button that takes an open one back.
 *
 * @param <T> what such a thing is
 */
public final class HandoutGrid<T> extends Grid<T> {

    private static final long serialVersionUID = 1L;

    private final String key;
    private final transient Moments moments;
    private final SerializableSupplier<List<T>> all;
    private final SerializableFunction<T, Handout> as;
    private final SerializableConsumer<T> withdraw;

    /**
     * @param key the words under {@code <key>.none} and {@code <key>.withdraw}
     * @param withdraw does it, or throws a refusal
     */
    public HandoutGrid(
            String key,
            Moments moments,
            SerializableSupplier<List<T>> all,
            SerializableFunction<T, Handout> as,
            SerializableConsumer<T> withdraw) {
        this.key = key;
        this.moments = moments;
        this.all = all;
        this.as = as;
        this.withdraw = withdraw;
        addClassName("handouts");
        addThemeVariants(GridVariant.NO_BORDER);
        setSelectionMode(SelectionMode.NONE);
        setEmptyStateText(Words.of(key + ".none"));
        // What one comes for first, for a phone shows no more than that.
        addComponentColumn(row -> state(as.apply(row)))
                .setHeader(Words.of("handout.state"))
                .setWidth("min(11rem, 32vw)");
        addComponentColumn(row -> moments.ago(as.apply(row).endsAt()))
                .setHeader(Words.of("handout.ends"))
                .setWidth("min(8rem, 28vw)");
        addComponentColumn(this::withdrawal)
                .setHeader(Words.of("handout.withdraw"))
                .setWidth("min(9rem, 31vw)")
                .setFlexGrow(0);
        addColumn(row -> Times.exactly(as.apply(row).issuedAt()))
                .setHeader(Words.of("handout.issued"))
                .setWidth("13rem");
        show();
    }

    public void show() {
        setItems(all.get());
    }

    private Handout.State standing(Handout handout) {
        return handout.state(moments.now());
    }

    private Div state(Handout handout) {
        Handout.State state = standing(handout);
        Badge badge = new Badge(Words.of("handout.state." + state));
        badge.addThemeVariants(state == Handout.State.OPEN ? BadgeVariant.SUCCESS : BadgeVariant.CONTRAST);
        Span used = new Span(Words.of("handout.used-of", handout.used(), handout.uses()));
        used.addClassName("second-line");
        Div cell = new Div(badge, used);
        cell.addClassName("badge-above");
        return cell;
    }

    private Button withdrawal(T row) {
        Button button = new Button(
                Words.of("handout.withdraw"), click -> Confirm.ask(key + ".withdraw", true, () -> takeBack(row)));
        button.addThemeVariants(ButtonVariant.SMALL, ButtonVariant.TERTIARY);
        button.setVisible(standing(as.apply(row)) == Handout.State.OPEN);
        return button;
    }

    private void takeBack(T row) {
        if (Notices.attempt(() -> withdraw.accept(row))) Notices.done(key + ".withdraw.done");
        show();
    }
}
