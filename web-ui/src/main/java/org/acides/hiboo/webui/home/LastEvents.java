package org.acides.hiboo.webui.home;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.util.Set;
import org.acides.hiboo.infrastructure.api.EventHistory;
import org.acides.hiboo.infrastructure.api.EventHistory.Entry;
import org.acides.hiboo.infrastructure.api.EventHistory.Filter;
import org.acides.hiboo.webui.i18n.Words;
import org.acides.hiboo.webui.infrastructure.EventWords;
import org.acides.hiboo.webui.infrastructure.HistoryAddress;
import org.acides.hiboo.webui.kit.Moments;

/** What just happened, each line a way into the history. */
final class LastEvents extends Section {

    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 6;

    private final transient EventHistory history;
    private final transient Moments moments;
    private final OrderedList list = new OrderedList();

    LastEvents(EventHistory history, Moments moments) {
        this.history = history;
        this.moments = moments;
        addClassNames("tile", "last-events");
        add(new H2(Words.of("admin.last")), list);
    }

    void look() {
        list.removeAll();
        history.page(Filter.ALL, Long.MAX_VALUE, SHOWN).stream().map(this::line).forEach(list::add);
    }

    private ListItem line(Entry entry) {
        Filter same = new Filter(Set.of(), null, entry.aggregate(), null, null);
        Span who = new Span(EventWords.of(entry.actor()));
        who.addClassName("second-line");
        Span when = moments.ago(entry.at());
        when.addClassName("when");
        return new ListItem(new Anchor(HistoryAddress.to(same), EventWords.of(entry.name())), who, when);
    }
}
