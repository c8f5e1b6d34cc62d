package org.acides.hiboo.webui.identity.managing;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.RouterLink;
import org.acides.hiboo.webui.i18n.Words;

/** Tells whoever answers for a service, on their home, where to do it and how many requests wait. */
public final class ManagedNote extends Div {

    private static final long serialVersionUID = 1L;

    public ManagedNote(Managing managing) {
        addClassNames("note", "managed-note");
        add(new Span(Words.of("managing.note", managing.waiting())));
        int contested = managing.contested();
        if (contested > 0) add(new Span(Words.of("managing.note.contests", contested)));
        add(new RouterLink(Words.of("managing.title"), ManagingView.class));
    }
}
