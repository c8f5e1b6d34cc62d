package org.acides.hiboo.webui.captcha;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import org.acides.hiboo.captcha.api.queries.PressurePoint;

/** What was asked, step by step without a gap. */
record Timeline(List<Tick> ticks) {

    /** One step of time. */
    record Tick(Instant at, long challenges, long passes, long failures) {

        static final Tick NONE = new Tick(Instant.EPOCH, 0, 0, 0);

        Tick plus(PressurePoint point) {
            return new Tick(at, challenges + point.challenges(), passes + point.passes(), failures + point.failures());
        }

        Tick at(Instant moment) {
            return new Tick(moment, challenges, passes, failures);
        }

        boolean isQuiet() {
            return challenges + passes + failures == 0;
        }
    }

    static Timeline of(List<PressurePoint> points, Range range, Instant now) {
        Map<Instant, Tick> sums = new HashMap<>();
        for (PressurePoint point : points)
            sums.merge(range.stepOf(point.at()), Tick.NONE.plus(point), (sum, one) -> sum.plus(point));
        List<Tick> ticks = new ArrayList<>();
        for (Instant at = range.first(now); !at.isAfter(now); at = at.plus(range.step))
            ticks.add(sums.getOrDefault(at, Tick.NONE).at(at));
        return new Timeline(List.copyOf(ticks));
    }

    /** Sums by what points are grouped by, in its order. */
    static <K extends Comparable<K>> Map<K, Tick> by(
            List<PressurePoint> points, java.util.function.Function<PressurePoint, K> group) {
        Map<K, Tick> sums = new TreeMap<>();
        for (PressurePoint point : points)
            sums.merge(group.apply(point), Tick.NONE.plus(point), (sum, one) -> sum.plus(point));
        return sums;
    }

    List<Long> each(ToLongFunction<Tick> value) {
        return ticks.stream().map(tick -> value.applyAsLong(tick)).toList();
    }

    long sum(ToLongFunction<Tick> value) {
        return ticks.stream().mapToLong(value).sum();
    }
}
