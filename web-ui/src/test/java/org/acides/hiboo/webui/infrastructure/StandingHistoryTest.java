package org.acides.hiboo.webui.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.acides.hiboo.infrastructure.api.EventHistory.Entry;
import org.acides.hiboo.infrastructure.api.EventHistory.Filter;

class StandingHistoryTest {

    private static final int SIZE = 3000;

    @Property(tries = 200)
    void rowsStandStillWhateverIsAppendedAndWhereverOneScrolls(
            @ForAll @Size(max = 12) List<@IntRange(max = SIZE) Integer> leaps,
            @ForAll @IntRange(min = 1, max = 200) int limit,
            @ForAll @IntRange(max = 700) int appended) {
        GeneratedHistory history = new GeneratedHistory(SIZE);
        StandingHistory standing = new StandingHistory(history, Filter.ALL);
        for (int from : leaps) {
            history.append(appended);
            long[] expected = LongStream.rangeClosed(1, Math.min(limit, SIZE - from))
                    .map(row -> SIZE - from - row + 1)
                    .toArray();
            assertThat(positions(standing.rows(from, limit))).containsExactly(expected);
        }
    }

    @Example
    void aMillionEventsAreReadAPageAtATime() {
        GeneratedHistory history = new GeneratedHistory(1_200_000);
        StandingHistory standing = new StandingHistory(history, Filter.ALL);
        standing.rows(0, 50);
        standing.rows(50, 50);
        standing.rows(900_000, 50);
        standing.rows(900_050, 50);
        assertThat(history.handedOut.get()).isLessThan(1000);
        assertThat(standing.isMoreThanCounted()).isTrue();
    }

    @Example
    void newEventsAreCountedUpToABound() {
        GeneratedHistory history = new GeneratedHistory(10);
        StandingHistory standing = new StandingHistory(history, Filter.ALL);
        assertThat(standing.newer()).isZero();
        history.append(3);
        assertThat(standing.newer()).isEqualTo(3);
        history.append(1000);
        assertThat(standing.newer()).isEqualTo(StandingHistory.MOST_NEW + 1);
        assertThat(standing.count()).isEqualTo(10);
    }

    @Example
    void anEmptyHistoryHasNoRows() {
        StandingHistory standing = new StandingHistory(new GeneratedHistory(0), Filter.ALL);
        assertThat(standing.rows(0, 50)).isEmpty();
        assertThat(standing.count()).isZero();
    }

    @Example
    void aFilterIsKeptAcrossPages() {
        GeneratedHistory history = new GeneratedHistory(SIZE);
        StandingHistory standing =
                new StandingHistory(history, new Filter(Set.of("identity.role-granted"), null, null, null, null));
        assertThat(standing.rows(100, 50))
                .hasSize(50)
                .allMatch(entry -> entry.name().equals("identity.role-granted"));
        assertThat(standing.rows(standing.count(), 50)).isEmpty();
    }

    private static long[] positions(List<Entry> entries) {
        return entries.stream().mapToLong(Entry::position).toArray();
    }
}
