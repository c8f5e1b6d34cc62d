package org.acides.hiboo.webui.infrastructure;

import com.vaadin.flow.component.masterdetaillayout.MasterDetailLayout;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import org.acides.hiboo.infrastructure.api.EventHistory;
import org.acides.hiboo.infrastructure.api.EventHistory.Entry;
import org.acides.hiboo.infrastructure.api.EventHistory.Filter;
import org.acides.hiboo.webui.kit.Moments;
import org.acides.hiboo.webui.kit.Page;

/** Everything that happened, to be looked at and never changed. */
@Route(HistoryAddress.PATH)
@RolesAllowed({"ADMIN", "AUDITOR"})
@Menu(title = "events.title", order = 50, icon = "vaadin:time-backward")
final class HistoryView extends Page implements BeforeEnterObserver {

    private static final long serialVersionUID = 1L;

    private final transient EventHistory history;
    private final transient Moments moments;
    private final HistoryFilters filters;
    private final HistoryList list;
    private final MasterDetailLayout layout = new MasterDetailLayout();

    HistoryView(EventHistory history, Moments moments) {
        super("events");
        this.history = history;
        this.moments = moments;
        addClassName("full");
        filters = new HistoryFilters(history.names(), this::filtered);
        list = new HistoryList(history);
        list.onLook(this::look);
        layout.setMaster(list);
        layout.setMasterSize("22rem");
        layout.setDetailSize("28rem");
        layout.setExpandMaster(true);
        layout.addClassName("master-detail");
        layout.addBackdropClickListener(click -> layout.setDetail(null));
        layout.addDetailEscapePressListener(escape -> layout.setDetail(null));
        add(filters, layout);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent entering) {
        filters.change(HistoryAddress.filter(entering.getLocation().getQueryParameters()));
    }

    private void filtered(Filter filter) {
        layout.setDetail(null);
        list.show(filter);
        getUI().ifPresent(ui -> ui.getPage()
                .getHistory()
                .replaceState(null, new Location(HistoryAddress.PATH, HistoryAddress.of(filter))));
    }

    private void look(Entry entry) {
        layout.setDetail(new EntryPanel(entry, moments, history, filters, () -> layout.setDetail(null)));
    }
}
