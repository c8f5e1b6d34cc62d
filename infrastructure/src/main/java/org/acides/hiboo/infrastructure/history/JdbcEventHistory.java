package org.acides.hiboo.infrastructure.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.acides.hiboo.infrastructure.api.Actor;
import org.acides.hiboo.infrastructure.api.EventHistory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The history from the table of events itself: positions from its indexes first, then just the rows to be shown. */
@Component
class JdbcEventHistory implements EventHistory {

    private static final String ENTRY = "SELECT global_index, event_id, name, revision, aggregate, sequence, at,"
            + " metadata ->> 'actor' AS actor, metadata ->> 'role' AS role, metadata ->> 'command' AS command,"
            + " metadata ->> 'cause' AS cause, payload FROM infrastructure.event ";

    private final JdbcClient jdbc;
    private final Positions positions;
    private final Bell bell;

    JdbcEventHistory(JdbcClient jdbc, Bell bell) {
        this.jdbc = jdbc;
        this.positions = new Positions(jdbc);
        this.bell = bell;
    }

    @Override
    public List<Entry> page(Filter filter, long before, int limit) {
        return entries(positions.newest(filter, before, 0, checked(limit)));
    }

    @Override
    public long count(Filter filter, long limit) {
        return positions.count(filter, limit);
    }

    @Override
    public List<Entry> slice(Filter filter, long offset, int limit) {
        if (offset < 0) throw new IllegalArgumentException("offset: 0 or more");
        return entries(positions.newest(filter, Long.MAX_VALUE, offset, checked(limit)));
    }

    private static int checked(int limit) {
        if (limit < 1 || limit > 500) throw new IllegalArgumentException("limit: 1 to 500");
        return limit;
    }

    private List<Entry> entries(List<Long> at) {
        if (at.isEmpty()) return List.of();
        return jdbc.sql(ENTRY + "WHERE global_index = ANY (?) ORDER BY global_index DESC")
                .param(at.toArray(Long[]::new))
                .query(JdbcEventHistory::entry)
                .list();
    }

    @Override
    public Optional<Entry> find(String eventId) {
        return jdbc.sql(ENTRY + "WHERE event_id = ?")
                .param(eventId)
                .query(JdbcEventHistory::entry)
                .optional();
    }

    private static Entry entry(ResultSet row, int index) throws SQLException {
        String actor = Objects.requireNonNullElse(row.getString("actor"), "unknown");
        String role = Objects.requireNonNullElse(row.getString("role"), Actor.SYSTEM);
        return new Entry(
                row.getLong("global_index"),
                row.getString("event_id"),
                row.getString("name"),
                Integer.parseInt(row.getString("revision")),
                row.getString("aggregate"),
                row.getLong("sequence"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                new Actor(actor, role),
                row.getString("command"),
                row.getString("cause"),
                row.getString("payload"));
    }

    /** From each name to the next by the index, so that it costs the names and not the events. */
    @Override
    public List<String> names() {
        return jdbc.sql("WITH RECURSIVE known AS ("
                        + " (SELECT name FROM infrastructure.event ORDER BY name LIMIT 1) UNION ALL"
                        + " SELECT (SELECT e.name FROM infrastructure.event e WHERE e.name > known.name"
                        + " ORDER BY e.name LIMIT 1) FROM known WHERE known.name IS NOT NULL)"
                        + " SELECT name FROM known WHERE name IS NOT NULL ORDER BY name")
                .query(String.class)
                .list();
    }

    @Override
    public AutoCloseable onAppend(Runnable listener) {
        return bell.subscribe(listener);
    }
}
