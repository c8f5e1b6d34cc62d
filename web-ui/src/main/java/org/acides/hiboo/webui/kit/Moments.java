package org.acides.hiboo.webui.kit;

import com.vaadin.flow.component.html.Span;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.acides.hiboo.webui.i18n.Times;
import org.acides.hiboo.webui.i18n.Words;

/** Moments seen from now: how long ago, or in how long. What a clock and a calendar say, {@link Times} tells. */
@org.springframework.stereotype.Component
public class Moments {

    private final Clock clock;

    Moments(Clock clock) {
        this.clock = clock;
    }

    public Instant now() {
        return clock.instant();
    }

    /** How long ago, or in how long, with the exact moment when pointed at. */
    public Span ago(Instant moment) {
        Duration since = Duration.between(moment, now());
        // What ends in seven days is not said to end in six a second later.
        String amount = amount(since.isNegative() ? since.abs().plusMinutes(1) : since);
        String key = since.toSeconds() == 0 ? "moment.now" : since.isNegative() ? "moment.in" : "moment.ago";
        Span text = new Span(Words.of(key, amount));
        text.getElement().setAttribute("title", Times.exactly(moment));
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
}
