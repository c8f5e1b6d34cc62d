package org.acides.hiboo.webui.kit;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Span;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.acides.hiboo.webui.i18n.Times;
import org.acides.hiboo.webui.i18n.Words;

/** Moments as people read them: in their language and their browser's time zone, and how long ago. */
@org.springframework.stereotype.Component
public class Moments {

    private final Clock clock;

    Moments(Clock clock) {
        this.clock = clock;
    }

    public Instant now() {
        return clock.instant();
    }

    /** Date and time to the second. */
    public String exactly(Instant moment) {
        return format(FormatStyle.MEDIUM, FormatStyle.MEDIUM).format(moment.atZone(Times.zone(UI.getCurrent())));
    }

    /** The day alone. */
    public String day(Instant moment) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(locale())
                .format(moment.atZone(Times.zone(UI.getCurrent())));
    }

    /** How long ago, or in how long, with the exact moment when pointed at. */
    public Span ago(Instant moment) {
        Duration since = Duration.between(moment, now());
        // What ends in seven days is not said to end in six a second later.
        String amount = amount(since.isNegative() ? since.abs().plusMinutes(1) : since);
        String key = since.toSeconds() == 0 ? "moment.now" : since.isNegative() ? "moment.in" : "moment.ago";
        Span text = new Span(Words.of(key, amount));
        text.getElement().setAttribute("title", exactly(moment));
        return text;
    }

    /** The largest whole unit of an amount of time; below a second, milliseconds. */
    public static String amount(Duration amount) {
        if (amount.toDays() > 0) return Words.of("amount.days", amount.toDays());
        if (amount.toHours() > 0) return Words.of("amount.hours", amount.toHours());
        if (amount.toMinutes() > 0) return Words.of("amount.minutes", amount.toMinutes());
        if (amount.toSeconds() > 0) return Words.of("amount.seconds", amount.toSeconds());
        return Words.of("amount.millis", amount.toMillis());
    }

    private static DateTimeFormatter format(FormatStyle date, FormatStyle time) {
        return DateTimeFormatter.ofLocalizedDateTime(date, time).withLocale(locale());
    }

    private static Locale locale() {
        return UI.getCurrent().getLocale();
    }
}
