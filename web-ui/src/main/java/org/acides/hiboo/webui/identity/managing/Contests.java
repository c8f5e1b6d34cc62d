package org.acides.hiboo.webui.identity.managing;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.Map;
import org.acides.hiboo.identity.api.ServiceRef;
import org.acides.hiboo.identity.api.queries.ContestRow;
import org.acides.hiboo.webui.i18n.Words;
import org.acides.hiboo.webui.kit.Moments;

/** The contested claims that wait for whoever is at the screen; nothing is shown where there are none. */
final class Contests extends Div {

    private static final long serialVersionUID = 1L;

    private final transient Managing managing;
    private final transient Moments moments;
    private final transient Map<ServiceRef, String> services;
    private final UnorderedList rows = new UnorderedList();

    /** @param services their names */
    Contests(Managing managing, Moments moments, Map<ServiceRef, String> services) {
        this.managing = managing;
        this.moments = moments;
        this.services = services;
        Paragraph about = new Paragraph(Words.of("contests.about"));
        about.addClassName("hint");
        rows.addClassName("requests");
        add(new H2(Words.of("contests.title")), about, rows);
        show();
    }

    private void show() {
        List<ContestRow> contests = managing.contests();
        rows.removeAll();
        for (ContestRow contest : contests)
            rows.add(new ContestCard(
                    contest, services.getOrDefault(contest.service(), ""), managing, moments, this::show));
        setVisible(!contests.isEmpty());
    }
}
