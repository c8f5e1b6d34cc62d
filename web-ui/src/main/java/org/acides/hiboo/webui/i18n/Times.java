package org.acides.hiboo.webui.i18n;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.page.ExtendedClientDetails;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import org.jspecify.annotations.Nullable;

/** Instants as the person at the screen reads a clock and a calendar: in their language and their time zone. */
public final class Times {

    private Times() {}

    /** Such as «Nov 24, 2026, 4:20 PM», «24 nov. 2026, 16:20». */
    public static String at(Instant instant) {
        return say(instant, DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT));
    }

    /** To the second, such as «24 nov. 2026, 16:20:07». */
    public static String exactly(Instant instant) {
        return say(instant, DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM));
    }

    /** The day alone, such as «24 nov. 2026». */
    public static String on(Instant instant) {
        return say(instant, DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM));
    }

    private static String say(Instant instant, DateTimeFormatter form) {
        UI ui = UI.getCurrent();
        return form.withLocale(ui.getLocale()).format(instant.atZone(zone(ui)));
    }

    /** The browser's time zone; UTC when it tells none that we know. */
    public static ZoneId zone(UI ui) {
        ExtendedClientDetails browser = ui.getPage().getExtendedClientDetails();
        return zone(browser == null ? null : browser.getTimeZoneId());
    }

    private static ZoneId zone(@Nullable String name) {
        if (name == null || name.isBlank()) return ZoneOffset.UTC;
        try {
            return ZoneId.of(name);
        } catch (DateTimeException unknown) {
            return ZoneOffset.UTC;
        }
    }
}
