package org.acides.hiboo.webui.shell;

import com.vaadin.flow.server.menu.MenuConfiguration;
import com.vaadin.flow.server.menu.MenuEntry;
import java.util.List;
import java.util.Locale;

/** A part of the menu, to which a view belongs by the first word of its address. */
enum Section {
    MEMBER,
    MODERATION,
    ADMINISTRATION;

    String key() {
        return "shell.section." + name().toLowerCase(Locale.ROOT);
    }

    /** What the person at the screen may open here; empty when the section is not theirs. */
    List<MenuEntry> entries(Locale locale) {
        return MenuConfiguration.getMenuEntries(locale).stream()
                .filter(entry -> of(entry.path()) == this)
                .toList();
    }

    static Section of(String path) {
        String bare = path.startsWith("/") ? path.substring(1) : path;
        if (bare.equals("admin") || bare.startsWith("admin/")) return ADMINISTRATION;
        if (bare.equals("moderation") || bare.startsWith("moderation/")) return MODERATION;
        return MEMBER;
    }
}
