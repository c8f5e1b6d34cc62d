package org.acides.hiboo.webui.infrastructure;

import com.vaadin.flow.router.QueryParameters;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.acides.hiboo.infrastructure.api.EventHistory.Filter;
import org.jspecify.annotations.Nullable;

/** A filter as the query of an address, so that what one looks at can be bookmarked and linked to. */
public final class HistoryAddress {

    public static final String PATH = "admin/history";

    private HistoryAddress() {}

    public static QueryParameters of(Filter filter) {
        Map<String, List<String>> query = new HashMap<>();
        if (!filter.names().isEmpty())
            query.put("name", filter.names().stream().sorted().toList());
        put(query, "actor", filter.actor());
        put(query, "aggregate", filter.aggregate());
        put(query, "from", filter.from());
        put(query, "to", filter.to());
        return new QueryParameters(query);
    }

    /** A link to what a filter leaves. */
    public static String to(Filter filter) {
        return PATH + "?" + of(filter).getQueryString();
    }

    /** What is not understood counts for nothing. */
    static Filter filter(QueryParameters query) {
        return new Filter(
                Set.copyOf(query.getParameters("name")),
                text(query, "actor"),
                text(query, "aggregate"),
                instant(query, "from"),
                instant(query, "to"));
    }

    private static void put(Map<String, List<String>> query, String key, @Nullable Object value) {
        if (value != null) query.put(key, List.of(value.toString()));
    }

    private static @Nullable String text(QueryParameters query, String key) {
        return query.getSingleParameter(key).filter(text -> !text.isBlank()).orElse(null);
    }

    private static @Nullable Instant instant(QueryParameters query, String key) {
        Optional<String> text = query.getSingleParameter(key);
        try {
            return text.map(Instant::parse).orElse(null);
        } catch (DateTimeException notAMoment) {
            return null;
        }
    }
}
