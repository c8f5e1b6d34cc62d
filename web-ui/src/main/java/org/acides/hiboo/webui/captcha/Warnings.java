package org.acides.hiboo.webui.captcha;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.Collection;
import java.util.List;
import org.acides.hiboo.webui.i18n.Words;

/** Says whom a choice of kinds leaves out, and what it still lacks; screen readers say it when it changes. */
final class Warnings extends Div {

    private static final long serialVersionUID = 1L;

    private transient List<Readiness.Warning> last = List.of();

    Warnings() {
        addClassName("warnings");
        getElement().setAttribute("role", "status");
    }

    void show(Readiness ready, Collection<String> accepted) {
        List<Readiness.Warning> now = ready.warnings(accepted);
        if (now.equals(last)) return;
        last = now;
        removeAll();
        for (Readiness.Warning warning : now) {
            Paragraph words = new Paragraph(Words.of(warning.key(), Kinds.name(warning.kind())));
            words.addClassNames("note", "warned");
            add(words);
        }
    }
}
