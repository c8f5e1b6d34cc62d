package org.acides.hiboo.webui.infrastructure;

import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.function.SerializableConsumer;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.acides.hiboo.infrastructure.api.EventHistory.Filter;
import org.acides.hiboo.webui.i18n.Times;
import org.acides.hiboo.webui.i18n.Words;
import org.jspecify.annotations.Nullable;

/** What to keep of the history: types, actor, aggregate, time. */
final class HistoryFilters extends Div {

    private static final long serialVersionUID = 1L;

    private final MultiSelectComboBox<String> names = new MultiSelectComboBox<>(Words.of("events.types"));
    private final TextField actor = new TextField(Words.of("events.actor"));
    private final TextField aggregate = new TextField(Words.of("events.aggregate"));
    private final DateTimePicker from = new DateTimePicker(Words.of("events.from"));
    private final DateTimePicker to = new DateTimePicker(Words.of("events.to"));
    private final Button clear = new Button(Words.of("events.clear"), click -> change(Filter.ALL));
    private final SerializableConsumer<Filter> listener;
    private boolean quiet;

    HistoryFilters(List<String> known, SerializableConsumer<Filter> listener) {
        this.listener = listener;
        addClassName("filter-bar");
        names.setItems(known);
        names.setItemLabelGenerator(EventWords::of);
        names.setPlaceholder(Words.of("events.any"));
        names.setClearButtonVisible(true);
        names.addClassName("types");
        for (TextField field : List.of(actor, aggregate)) {
            field.setPlaceholder(Words.of("events.any"));
            field.setClearButtonVisible(true);
            field.setValueChangeMode(ValueChangeMode.LAZY);
            field.setMaxLength(100);
        }
        clear.addThemeVariants(ButtonVariant.TERTIARY);
        Div times = new Div(from, to);
        times.addClassName("times");
        add(names, actor, aggregate, times, clear);
        for (HasValue<?, ?> field : List.of(names, actor, aggregate, from, to))
            field.addValueChangeListener(changed -> tell());
        clear.setVisible(false);
    }

    /** Sets the fields, and tells once. */
    void change(Filter filter) {
        quiet = true;
        names.setValue(filter.names());
        actor.setValue(filter.actor() == null ? "" : filter.actor());
        aggregate.setValue(filter.aggregate() == null ? "" : filter.aggregate());
        from.setValue(local(filter.from()));
        to.setValue(local(filter.to()));
        quiet = false;
        tell();
    }

    Filter filter() {
        return new Filter(
                names.getValue(),
                orNull(actor.getValue()),
                orNull(aggregate.getValue()),
                instant(from.getValue()),
                instant(to.getValue()));
    }

    private void tell() {
        if (quiet) return;
        Filter now = filter();
        clear.setVisible(!now.equals(Filter.ALL));
        listener.accept(now);
    }

    private static @Nullable String orNull(String text) {
        return text.isBlank() ? null : text.strip();
    }

    private static @Nullable Instant instant(@Nullable LocalDateTime time) {
        return time == null ? null : time.atZone(zone()).toInstant();
    }

    private static @Nullable LocalDateTime local(@Nullable Instant time) {
        return time == null ? null : LocalDateTime.ofInstant(time, zone());
    }

    private static ZoneId zone() {
        return Times.zone(UI.getCurrent());
    }
}
