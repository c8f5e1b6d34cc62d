package org.acides.hiboo.webui.captcha;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import org.acides.hiboo.captcha.api.SiteSettings;
import org.acides.hiboo.captcha.api.queries.DifficultyPoint;
import org.acides.hiboo.webui.captcha.Timeline.Tick;
import org.acides.hiboo.webui.i18n.Words;
import org.acides.hiboo.webui.kit.Chart.Line;
import org.acides.hiboo.webui.kit.Chart.Picture;
import org.acides.hiboo.webui.kit.Chart.Point;

/** What charts draw. */
final class Pictures {

    private Pictures() {}

    static Picture counts(Timeline line) {
        return new Picture(
                List.of(
                        line("captcha.challenges", "calm", line, Tick::challenges),
                        line("captcha.passes", "good", line, Tick::passes),
                        line("captcha.failures", "bad", line, Tick::failures)),
                false,
                null);
    }

    private static Line line(String key, String tone, Timeline line, ToLongFunction<Tick> value) {
        return new Line(
                Words.of(key),
                tone,
                line.ticks().stream()
                        .map(tick -> new Point(tick.at().toEpochMilli(), value.applyAsLong(tick), false))
                        .toList());
    }

    /** The one in force at the beginning is drawn from there on, and the last until now. Raises that passes caused are marked. */
    static Picture difficulty(List<DifficultyPoint> changes, Instant from, Instant now) {
        return new Picture(
                List.of(new Line(Words.of("captcha.difficulty"), "good", steps(changes, from, now))),
                true,
                SiteSettings.HARDEST);
    }

    static List<Point> steps(List<DifficultyPoint> changes, Instant from, Instant now) {
        List<Point> points = new ArrayList<>();
        int before = Integer.MAX_VALUE;
        for (DifficultyPoint change : changes) {
            boolean earlier = change.at().isBefore(from);
            Instant at = earlier ? from : change.at();
            boolean attack = !earlier && change.difficulty() > before && change.passesAMinute() > 0;
            points.add(new Point(at.toEpochMilli(), change.difficulty(), attack));
            before = change.difficulty();
        }
        if (!points.isEmpty()) points.add(new Point(now.toEpochMilli(), before, false));
        return points;
    }
}
