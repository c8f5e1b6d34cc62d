package org.acides.hiboo.webui.infrastructure;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.acides.hiboo.infrastructure.api.Processors;
import org.acides.hiboo.infrastructure.api.Processors.Status;
import org.acides.hiboo.webui.i18n.Words;
import org.acides.hiboo.webui.kit.Every;
import org.acides.hiboo.webui.kit.Page;

/** What builds the lists and runs the policies: how far each has come, looked at anew every second. */
@Route("admin/processors")
@RolesAllowed("ADMIN")
@Menu(title = "processors.title", order = 40, icon = "vaadin:cogs")
final class ProcessorsView extends Page {

    private static final long serialVersionUID = 1L;
    private static final Duration LOOKS = Duration.ofSeconds(1);

    private final transient Processors processors;
    private final Span summary = new Span();
    private final Div rows = new Div();
    private final Map<String, ProcessorRow> byName = new HashMap<>();

    ProcessorsView(Processors processors) {
        super("processors");
        this.processors = processors;
        summary.addClassName("second-line");
        rows.addClassName("processors");
        rows.getElement().setAttribute("role", "list");
        add(summary, rows);
        look();
        Every.now(this, LOOKS, this::look);
    }

    /** Rows stay in place and only their figures change, so that nobody loses the focus. */
    private void look() {
        List<Status> all = processors.all();
        for (Status status : all)
            byName.computeIfAbsent(status.name(), this::row).show(status);
        long head = all.stream().mapToLong(Status::head).max().orElse(0);
        summary.setText(Words.of("processors.summary", all.size(), head));
    }

    private ProcessorRow row(String name) {
        ProcessorRow row = new ProcessorRow(name, processors, this::look);
        rows.add(row);
        return row;
    }
}
