package org.acides.hiboo.infrastructure.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.acides.hiboo.infrastructure.api.EventHistory.Filter;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Where the events of a filter are, read from indexes alone. Several names are several walks along one index, merged:
 * a plain {@code IN} would make PostgreSQL sort all of them or walk through everything else.
 */
final class Positions {

    private static final String NEWEST = " ORDER BY global_index DESC LIMIT ?";

    private final JdbcClient jdbc;

    Positions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Long> newest(Filter filter, long before, long offset, int limit) {
        List<Object> arguments = new ArrayList<>();
        String walk = walk(filter, before, arguments, offset + limit);
        arguments.add(limit);
        arguments.add(offset);
        return jdbc.sql("SELECT global_index FROM (" + walk + ") AS found ORDER BY global_index DESC LIMIT ? OFFSET ?")
                .params(arguments)
                .query(Long.class)
                .list();
    }

    long count(Filter filter, long limit) {
        List<Object> arguments = new ArrayList<>();
        String walk = walk(filter, Long.MAX_VALUE, arguments, limit);
        return Math.min(
                limit,
                jdbc.sql("SELECT count(*) FROM (" + walk + ") AS found")
                        .params(arguments)
                        .query(Long.class)
                        .single());
    }

    private static String walk(Filter filter, long before, List<Object> arguments, long limit) {
        Conditions conditions = Conditions.of(filter);
        Set<String> names = filter.names();
        if (names.isEmpty()) {
            add(arguments, before, conditions, limit);
            return "(SELECT global_index FROM infrastructure.event WHERE global_index < ? AND " + conditions.sql()
                    + NEWEST + ")";
        }
        List<String> walks = new ArrayList<>();
        for (String name : names) {
            arguments.add(name);
            add(arguments, before, conditions, limit);
            walks.add("(SELECT global_index FROM infrastructure.event WHERE name = ? AND global_index < ? AND "
                    + conditions.sql() + NEWEST + ")");
        }
        return String.join(" UNION ALL ", walks);
    }

    private static void add(List<Object> arguments, long before, Conditions conditions, long limit) {
        arguments.add(before);
        arguments.addAll(conditions.arguments());
        arguments.add(limit);
    }
}
