package org.acides.hiboo.webui.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.page.ColorScheme;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinServiceInitListener;
import java.util.Locale;
import java.util.Optional;
import org.acides.hiboo.webui.i18n.Preference;
import org.springframework.stereotype.Component;

/** Light or dark: as the person's system says, until they choose. */
enum Brightness {
    SYSTEM(ColorScheme.Value.LIGHT_DARK, VaadinIcon.ADJUST),
    LIGHT(ColorScheme.Value.LIGHT, VaadinIcon.SUN_O),
    DARK(ColorScheme.Value.DARK, VaadinIcon.MOON_O);

    private static final String COOKIE = "hiboo-brightness";

    final ColorScheme.Value scheme;
    final VaadinIcon icon;

    Brightness(ColorScheme.Value scheme, VaadinIcon icon) {
        this.scheme = scheme;
        this.icon = icon;
    }

    String key() {
        return "shell.brightness." + name().toLowerCase(Locale.ROOT);
    }

    static Brightness of(VaadinRequest request) {
        Optional<String> kept = Preference.read(request, COOKIE);
        for (Brightness one : values())
            if (kept.filter(one.name()::equalsIgnoreCase).isPresent()) return one;
        return SYSTEM;
    }

    void choose() {
        Preference.keep(COOKIE, name().toLowerCase(Locale.ROOT));
        UI.getCurrent().getPage().setColorScheme(scheme);
    }

    /** Paints the page right from its first line, so that a dark screen never flashes white. */
    @Component
    static class FromTheFirstLine implements VaadinServiceInitListener {

        @Override
        public void serviceInit(ServiceInitEvent start) {
            start.addIndexHtmlRequestListener(page -> page.getDocument()
                    .getElementsByTag("html")
                    .attr(
                            "style",
                            "color-scheme: "
                                    + of(page.getVaadinRequest()).scheme.getValue()));
            start.getSource()
                    .addUIInitListener(
                            opened -> opened.getUI().getPage().setColorScheme(of(VaadinRequest.getCurrent()).scheme));
        }
    }
}
