package org.acides.hiboo.webui.infrastructure;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.Optional;
import java.util.Set;
import org.acides.hiboo.infrastructure.api.EventHistory;
import org.acides.hiboo.infrastructure.api.EventHistory.Entry;
import org.acides.hiboo.infrastructure.api.EventHistory.Filter;
import org.acides.hiboo.webui.i18n.Times;
import org.acides.hiboo.webui.i18n.Words;
import org.acides.hiboo.webui.kit.Moments;

/** One event: who, why, because of what, and what it says. */
final class EntryPanel extends Aside {

    private static final long serialVersionUID = 1L;

    private final HistoryFilters filters;
    private final DescriptionList facts = new DescriptionList();

    EntryPanel(Entry entry, Moments moments, EventHistory history, HistoryFilters filters, Runnable close) {
        this.filters = filters;
        addClassName("detail");
        add(head(entry, close), facts, new H3(Words.of("entry.payload")), new PayloadText(entry.payload()));
        fact("entry.at", new Div(new Span(Times.exactly(entry.at()) + " · "), moments.ago(entry.at())));
        fact(
                "entry.actor",
                new Div(
                        new Span(Words.of("actor.role." + entry.actor().role())),
                        narrowing(
                                entry.actor().id(),
                                "entry.same-actor",
                                ofActor(entry.actor().id()))));
        fact("entry.aggregate", narrowing(entry.aggregate(), "entry.same-aggregate", ofAggregate(entry.aggregate())));
        fact("entry.place", new Span(Words.of("entry.place.text", entry.sequence() + 1, entry.position())));
        Optional.ofNullable(entry.command()).ifPresent(command -> fact("entry.command", new Code(command)));
        Optional.ofNullable(entry.cause()).ifPresent(cause -> fact("entry.cause", cause(cause, history)));
        fact("entry.id", new Code(entry.eventId()));
    }

    private static Div head(Entry entry, Runnable close) {
        Button shut = new Button(VaadinIcon.CLOSE_SMALL.create(), click -> close.run());
        shut.addThemeVariants(ButtonVariant.TERTIARY);
        shut.setAriaLabel(Words.of("shell.close"));
        Code name = new Code(entry.name() + " · " + entry.revision());
        Div head = new Div(new Div(new H2(EventWords.of(entry.name())), name), shut);
        head.addClassName("detail-head");
        return head;
    }

    private Component cause(String cause, EventHistory history) {
        return history.find(cause)
                .<Component>map(event -> new Div(
                        new Span(EventWords.of(event.name())),
                        narrowing(event.aggregate(), "entry.same-aggregate", ofAggregate(event.aggregate()))))
                .orElseGet(() -> new Code(cause));
    }

    private Div narrowing(String id, String key, Filter filter) {
        Button narrow = new Button(VaadinIcon.FILTER.create(), click -> filters.change(filter));
        narrow.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        narrow.setAriaLabel(Words.of(key));
        narrow.setTooltipText(Words.of(key));
        Div both = new Div(new Code(id), narrow);
        both.addClassName("narrowing");
        return both;
    }

    private void fact(String key, Component value) {
        facts.add(new DescriptionList.Term(Words.of(key)), new DescriptionList.Description(value));
    }

    private static Filter ofActor(String actor) {
        return new Filter(Set.of(), actor, null, null, null);
    }

    private static Filter ofAggregate(String aggregate) {
        return new Filter(Set.of(), null, aggregate, null, null);
    }
}
