package org.acides.hiboo.webui.shell;

import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.sidenav.SideNav;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.server.menu.MenuEntry;
import java.util.List;
import org.acides.hiboo.webui.i18n.Words;

/** The sections that a person holds, each with its views: a view that carries {@code @Menu} is there by itself. */
final class Menu extends Nav {

    private static final long serialVersionUID = 1L;

    Menu() {
        addClassName("menu");
        setAriaLabel(Words.of("shell.menu"));
        for (Section section : Section.values()) {
            List<MenuEntry> entries = section.entries(getLocale());
            if (!entries.isEmpty()) add(part(section, entries));
        }
    }

    private static SideNav part(Section section, List<MenuEntry> entries) {
        SideNav part = new SideNav(Words.of(section.key()));
        entries.forEach(entry -> part.addItem(item(entry)));
        return part;
    }

    private static SideNavItem item(MenuEntry entry) {
        SideNavItem item = new SideNavItem(Words.of(entry.title()), entry.path());
        if (entry.icon() != null) item.setPrefixComponent(icon(entry.icon()));
        // The home page is above every address: only its own marks it.
        item.setMatchNested(!entry.path().isEmpty() && !entry.path().equals("/"));
        return item;
    }

    private static Icon icon(String name) {
        Icon icon = new Icon(name);
        icon.getElement().setAttribute("aria-hidden", "true");
        return icon;
    }
}
