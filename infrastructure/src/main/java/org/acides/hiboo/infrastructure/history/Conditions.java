package org.acides.hiboo.infrastructure.history;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.acides.hiboo.infrastructure.api.EventHistory.Filter;

/** A filter as SQL on one table, and its arguments in order. */
record Conditions(String sql, List<Object> arguments) {

    /** Longer than any transaction of ours: events in a span of time lie in its span of positions, so much wider. */
    private static final Duration SLACK = Duration.ofHours(1);

    private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

    /** Everything but the names, which are looked up one by one. */
    static Conditions of(Filter filter) {
        List<String> all = new ArrayList<>();
        List<Object> arguments = new ArrayList<>();
        if (filter.actor() != null) {
            all.add("actor = ?");
            arguments.add(filter.actor());
        }
        if (filter.aggregate() != null) {
            all.add("aggregate = ?");
            arguments.add(filter.aggregate());
        }
        if (filter.from() != null) {
            all.add("at >= ? AND global_index >= (SELECT infrastructure.position_at(?))");
            arguments.add(utc(filter.from()));
            arguments.add(utc(filter.from().minus(SLACK)));
        }
        if (filter.to() != null && filter.to().isBefore(LATEST)) {
            all.add("at < ? AND global_index <= (SELECT infrastructure.position_at(?))");
            arguments.add(utc(filter.to()));
            arguments.add(utc(filter.to().plus(SLACK)));
        }
        return new Conditions(all.isEmpty() ? "true" : String.join(" AND ", all), List.copyOf(arguments));
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
