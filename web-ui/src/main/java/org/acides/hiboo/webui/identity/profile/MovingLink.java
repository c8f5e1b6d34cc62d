package org.acides.hiboo.webui.identity.profile;

import com.vaadin.flow.component.html.Anchor;
import org.acides.hiboo.webui.i18n.Words;

/** The way to where members take profiles to another community, or bring them from there. */
final class MovingLink extends Anchor {

    private static final long serialVersionUID = 1L;

    /** @param path {@code leaving} or {@code arriving}, which is also what it is called */
    MovingLink(String path) {
        super("/" + path, Words.of("home." + path));
        setRouterIgnore(true);
        addClassName("claim-link");
    }
}
