package org.acides.hiboo.webui.shell;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Viewport;
import com.vaadin.flow.server.AppShellSettings;
import com.vaadin.flow.theme.aura.Aura;

/** What the page itself looks like, before any view. */
@StyleSheet(Aura.STYLESHEET)
@StyleSheet("webui/screens.css")
@Viewport("width=device-width, initial-scale=1, viewport-fit=cover")
public final class Appearance implements AppShellConfigurator {

    private static final long serialVersionUID = 1L;

    @Override
    public void configurePage(AppShellSettings page) {
        page.setPageTitle("Hiboo");
        page.addMetaTag("robots", "noindex");
        page.addLink("icon", "webui/hiboo.svg");
    }
}
