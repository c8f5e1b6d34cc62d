package org.acides.hiboo.webui.captcha;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.acides.hiboo.captcha.api.queries.DifficultyPoint;
import org.acides.hiboo.captcha.api.queries.PressurePoint;
import org.acides.hiboo.webui.captcha.Timeline.Tick;
import org.acides.hiboo.webui.kit.Chart.Point;
import org.junit.jupiter.api.Test;

class TimelineTest {

    private static final Instant NOW = Instant.parse("2026-11-28T10:17:42Z");

    private static PressurePoint point(String at, String kind, long challenges) {
        return new PressurePoint(Instant.parse(at), kind, challenges, 1, 2);
    }

    @Test
    void quietTimesAreZeroAndNotLeftOut() {
        Timeline line = Timeline.of(List.of(point("2026-11-28T10:00:00Z", "pow", 7)), Range.HOUR, NOW);
        assertThat(line.ticks()).hasSize(60);
        assertThat(line.ticks().getFirst().at()).isEqualTo("2026-11-28T09:18:00Z");
        assertThat(line.ticks().getLast().at()).isEqualTo("2026-11-28T10:17:00Z");
        assertThat(line.each(Tick::challenges)).containsOnlyOnce(7L);
        assertThat(line.ticks().stream().filter(Tick::isQuiet)).hasSize(59);
    }

    @Test
    void kindsOfOneStepAreSummedUp() {
        Timeline line = Timeline.of(
                List.of(point("2026-11-28T10:15:00Z", "image", 3), point("2026-11-28T10:15:00Z", "pow", 4)),
                Range.DAY,
                NOW);
        assertThat(line.sum(Tick::challenges)).isEqualTo(7);
        assertThat(line.sum(Tick::passes)).isEqualTo(2);
        assertThat(line.sum(Tick::failures)).isEqualTo(4);
        assertThat(line.ticks().getLast().challenges()).isEqualTo(7);
    }

    @Property(tries = 200)
    void everyRangeEndsWithTheStepThatLastsAndIsAsLongAsItSays(
            @ForAll @LongRange(min = 0, max = 4_000_000_000L) long s) {
        Instant now = Instant.ofEpochSecond(s);
        for (Range range : Range.values()) {
            Timeline line = Timeline.of(List.of(), range, now);
            assertThat(line.ticks()).hasSize((int) range.length.dividedBy(range.step));
            assertThat(Duration.between(line.ticks().getLast().at(), now))
                    .isBetween(Duration.ZERO, range.step.minusSeconds(1));
            assertThat(line.ticks().getLast().at().getEpochSecond() % range.step.toSeconds())
                    .isZero();
        }
    }

    @Test
    void aDifficultyHoldsFromBeforeTheChartUntilNowAndAttacksAreMarked() {
        Instant from = NOW.minus(Duration.ofHours(1));
        List<Point> points = Pictures.steps(
                List.of(
                        new DifficultyPoint(from.minusSeconds(9000), 1, 0),
                        new DifficultyPoint(from.plusSeconds(60), 3, 400),
                        new DifficultyPoint(from.plusSeconds(120), 2, 40),
                        new DifficultyPoint(from.plusSeconds(180), 4, 0)),
                from,
                NOW);
        assertThat(points)
                .containsExactly(
                        new Point(from.toEpochMilli(), 1, false),
                        new Point(from.plusSeconds(60).toEpochMilli(), 3, true),
                        new Point(from.plusSeconds(120).toEpochMilli(), 2, false),
                        new Point(from.plusSeconds(180).toEpochMilli(), 4, false),
                        new Point(NOW.toEpochMilli(), 4, false));
        assertThat(Pictures.steps(List.of(), from, NOW)).isEmpty();
    }
}
