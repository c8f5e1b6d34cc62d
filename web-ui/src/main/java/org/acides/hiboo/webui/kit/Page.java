package org.acides.hiboo.webui.kit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import org.acides.hiboo.webui.shell.Screen;

/** A screen of the administration: as wide as the window, with what can be done there beside its heading. */
@StyleSheet("webui/admin.css")
public abstract class Page extends Screen {

    private static final long serialVersionUID = 1L;

    private final Div actions = new Div();

    /** Words under {@code <key>.title} and {@code <key>.lead}. */
    protected Page(String key) {
        super(key + ".title", key + ".lead");
        addClassName("page");
        actions.addClassName("page-actions");
        add(actions);
    }

    protected final void actions(Component... components) {
        actions.add(components);
    }
}
