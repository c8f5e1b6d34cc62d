package org.acides.hiboo.webui.identity.migration;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.time.Duration;
import java.util.List;
import org.acides.hiboo.identity.api.OldAccountLists;
import org.acides.hiboo.identity.api.ServiceRef;
import org.acides.hiboo.identity.api.queries.FindImports;
import org.acides.hiboo.identity.api.queries.ImportRow;
import org.acides.hiboo.webui.asking.Answers;
import org.acides.hiboo.webui.i18n.Words;
import org.acides.hiboo.webui.kit.AdminActs;
import org.acides.hiboo.webui.kit.Every;
import org.acides.hiboo.webui.kit.Moments;

/** Where an admin brings a service's list, sees what is wrong with it, imports it, and ends the time for claims. */
public final class OldAccounts extends Div {

    private static final long serialVersionUID = 1L;
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final transient ServiceRef service;
    private final transient Answers answers;
    private final transient AdminActs acts;
    private final transient Moments moments;
    private final Div imports = new Div();
    private transient List<ImportRow> shown = List.of();

    /** @param takes whether the service still takes a list: a retired one does not */
    public OldAccounts(
            ServiceRef service,
            boolean takes,
            OldAccountLists lists,
            Answers answers,
            AdminActs acts,
            Moments moments) {
        this.service = service;
        this.answers = answers;
        this.acts = acts;
        this.moments = moments;
        addClassName("old-accounts");
        imports.addClassName("imports");
        Paragraph about = new Paragraph(Words.of("old.about"));
        about.addClassName("second-line");
        add(about);
        if (takes) add(new ListField(service, lists, this::show));
        add(imports);
        show();
        Every.now(this, PAUSE, this::show);
    }

    /** Draws anew only what is not as it was: somebody may be reading. */
    private void show() {
        List<ImportRow> now = answers.all(new FindImports(service), ImportRow.class);
        if (now.equals(shown)) return;
        shown = now;
        imports.removeAll();
        now.forEach(row -> imports.add(new ImportCard(row, answers, acts, moments, this::show)));
    }
}
