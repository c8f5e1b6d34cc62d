package org.acides.hiboo.webui.infrastructure;

import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.acides.hiboo.infrastructure.api.EventHistory;
import org.acides.hiboo.infrastructure.api.EventHistory.Entry;
import org.acides.hiboo.infrastructure.api.EventHistory.Filter;

/**
 * The history as it stood at one moment: rows keep their numbers however much is appended meanwhile, so that nothing
 * moves under whoever reads. Scrolling on costs the same anywhere; only a leap counts rows.
 */
final class StandingHistory {

    /** What one call to the history answers at most. */
    static final int LARGEST_PAGE = 500;

    /** Beyond it, a list says «more than». */
    static final int MOST_COUNTED = 1_000_000;

    /** New events that are counted; beyond, «more than». */
    static final int MOST_NEW = 99;

    private final EventHistory history;
    private final Filter filter;
    private final long head;
    private final int count;

    /** Row number to position: the rows from that number on lie below that position. */
    private final NavigableMap<Integer, Long> anchors = new TreeMap<>();

    StandingHistory(EventHistory history, Filter filter) {
        this.history = history;
        this.filter = filter;
        List<Entry> newest = history.page(filter, Long.MAX_VALUE, 1);
        head = newest.isEmpty() ? 0 : newest.getFirst().position();
        count = (int) history.count(filter, MOST_COUNTED);
        anchors.put(0, head + 1);
    }

    /** How many rows there are, at most {@link #MOST_COUNTED}. */
    int count() {
        return count;
    }

    boolean isMoreThanCounted() {
        return count >= MOST_COUNTED;
    }

    /**
     * @param from number of the newest row wanted, from 0
     * @param limit 1 to 200
     */
    List<Entry> rows(int from, int limit) {
        Map.Entry<Integer, Long> anchor = anchors.floorEntry(from);
        int gap = from - anchor.getKey();
        List<Entry> found = gap + limit <= LARGEST_PAGE ? onwards(anchor.getValue(), gap, limit) : leap(from, limit);
        if (!found.isEmpty()) anchors.put(from + found.size(), found.getLast().position());
        return found;
    }

    /** How many events came since, at most one more than {@link #MOST_NEW}. */
    int newer() {
        return newer(history.page(filter, Long.MAX_VALUE, MOST_NEW + 1));
    }

    private List<Entry> onwards(long before, int gap, int limit) {
        List<Entry> page = history.page(filter, before, gap + limit);
        return page.subList(Math.min(gap, page.size()), page.size());
    }

    private List<Entry> leap(int from, int limit) {
        return history.slice(filter, from + (long) arrived(), limit);
    }

    private int arrived() {
        int arrived = 0;
        long before = Long.MAX_VALUE;
        while (true) {
            List<Entry> page = history.page(filter, before, LARGEST_PAGE);
            int newer = newer(page);
            arrived += newer;
            if (newer < LARGEST_PAGE) return arrived;
            before = page.getLast().position();
        }
    }

    private int newer(List<Entry> entries) {
        return (int) entries.stream().filter(entry -> entry.position() > head).count();
    }
}
