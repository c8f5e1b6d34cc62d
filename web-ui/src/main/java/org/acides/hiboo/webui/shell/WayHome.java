package org.acides.hiboo.webui.shell;

import com.vaadin.flow.component.html.Anchor;
import org.acides.hiboo.webui.i18n.Words;

/** The link that gets a lost person home. */
final class WayHome extends Anchor {

    private static final long serialVersionUID = 1L;

    WayHome() {
        super("/", Words.of("error.home"));
    }
}
