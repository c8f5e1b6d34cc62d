package org.acides.hiboo.webui.captcha;

import java.time.Duration;
import java.time.Instant;
import org.acides.hiboo.webui.i18n.Words;

/** How far one looks back, and by what steps. */
enum Range {
    HOUR(Duration.ofHours(1), Duration.ofMinutes(1)),
    DAY(Duration.ofDays(1), Duration.ofMinutes(15)),
    WEEK(Duration.ofDays(7), Duration.ofHours(2)),
    MONTH(Duration.ofDays(30), Duration.ofHours(12));

    final Duration length;
    final Duration step;

    Range(Duration length, Duration step) {
        this.length = length;
        this.step = step;
    }

    String words() {
        return Words.of("captcha.range." + name());
    }

    /** When the step begins that a moment lies in: steps are counted from midnight UTC, as the captcha counts them. */
    Instant stepOf(Instant moment) {
        return Instant.ofEpochSecond(Math.floorDiv(moment.getEpochSecond(), step.toSeconds()) * step.toSeconds());
    }

    /** When the first of its steps begins, the one that still lasts being the last. */
    Instant first(Instant now) {
        return stepOf(now).minus(length).plus(step);
    }
}
