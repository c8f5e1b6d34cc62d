package org.acides.hiboo.identity.migration;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.acides.hiboo.identity.api.ServiceRef;
import org.acides.hiboo.identity.profile.Usernames;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps the lines of lists until they are reserved, or for an admin to look at. */
@Component
class StoredList {

    /**
     * One line of a list.
     *
     * @param problem code of why it is not imported, or null
     * @param other line that it repeats, or 0
     */
    record Line(
            int number,
            OldAccount account,
            String skeleton,
            @Nullable String problem,
            int other) {

        /** The name is an erased profile's: nobody else ever goes by it. */
        Line taken() {
            return new Line(number, new OldAccount(account.handle(), null, null), skeleton, "handle.taken", 0);
        }
    }

    private final JdbcClient jdbc;
    private final Usernames usernames;

    StoredList(JdbcClient jdbc, Usernames usernames) {
        this.jdbc = jdbc;
        this.usernames = usernames;
    }

    void begin(UUID list, UUID service, String pepper, java.time.OffsetDateTime now) {
        jdbc.sql("INSERT INTO identity.old_list (import_id, service_id, pepper, read_at) VALUES (?, ?, ?, ?)")
                .params(list, service, pepper, now)
                .update();
    }

    void add(UUID list, List<Line> lines) {
        jdbc.sql("INSERT INTO identity.old_list_line (import_id, line, handle, skeleton, hash, email_hash,"
                        + " problem, other) SELECT ?, * FROM unnest(?::int[], ?::text[], ?::text[], ?::text[],"
                        + " ?::text[], ?::text[], ?::int[])")
                .param(list)
                .param(lines.stream().map(Line::number).toArray(Integer[]::new))
                .param(lines.stream().map(line -> line.account().handle()).toArray(String[]::new))
                .param(lines.stream().map(Line::skeleton).toArray(String[]::new))
                .param(lines.stream().map(line -> line.account().hash()).toArray(String[]::new))
                .param(lines.stream().map(line -> line.account().emailHash()).toArray(String[]::new))
                .param(lines.stream().map(Line::problem).toArray(String[]::new))
                .param(lines.stream().map(Line::other).toArray(Integer[]::new))
                .update();
    }

    /** No name counts that the service has seen, and of others that look alike the first in the file. */
    void findCollisions(UUID list, UUID service) {
        // The planner knows nothing yet of the lines just added, and would compare each with all.
        jdbc.sql("ANALYZE identity.old_list_line").update();
        jdbc.sql("UPDATE identity.old_list_line l SET problem = CASE WHEN t.username = l.handle THEN"
                        + " 'handle.taken' ELSE 'handle.looks-taken' END FROM identity.taken_username t WHERE"
                        + " l.import_id = ? AND l.problem IS NULL AND t.service_id = ? AND t.skeleton ="
                        + " l.skeleton")
                .params(list, service)
                .update();
        jdbc.sql("UPDATE identity.old_list_line l SET other = f.first, problem ="
                        + " CASE WHEN f.handle = l.handle THEN 'handle.repeated' ELSE 'handle.looks-repeated' END"
                        + " FROM (SELECT line, min(line) OVER same AS first, first_value(handle) OVER same AS handle"
                        + " FROM identity.old_list_line WHERE import_id = :list AND problem IS NULL"
                        + " WINDOW same AS (PARTITION BY skeleton ORDER BY line)) f"
                        + " WHERE l.import_id = :list AND l.line = f.line AND f.first < f.line")
                .param("list", list)
                .update();
    }

    /** What is not imported needs no secrets kept. */
    void end(UUID list) {
        jdbc.sql("UPDATE identity.old_list_line SET hash = NULL, email_hash = NULL"
                        + " WHERE import_id = ? AND problem IS NOT NULL")
                .param(list)
                .update();
        jdbc.sql("UPDATE identity.old_list SET reading = false, lines = c.lines, problems = c.problems"
                        + " FROM (SELECT count(*) AS lines, count(problem) AS problems FROM identity.old_list_line"
                        + " WHERE import_id = :list) c WHERE import_id = :list")
                .param("list", list)
                .update();
    }

    void forget(UUID list) {
        for (String table : new String[] {"identity.old_list_line", "identity.old_list"})
            jdbc.sql("DELETE FROM " + table + " WHERE import_id = ?")
                    .param(list)
                    .update();
    }

    /** What waits to be reserved, by line. */
    List<Line> waiting(UUID list, int limit) {
        return jdbc.sql("SELECT line, handle, skeleton, hash, email_hash FROM identity.old_list_line"
                        + " WHERE import_id = ? AND problem IS NULL ORDER BY line LIMIT ?")
                .params(list, limit)
                .query((row, number) -> new Line(
                        row.getInt(1),
                        new OldAccount(row.getString(2), row.getString(4), row.getString(5)),
                        row.getString(3),
                        null,
                        0))
                .list();
    }

    /** Drops lines that were reserved. */
    void drop(UUID list, List<Line> lines) {
        jdbc.sql("DELETE FROM identity.old_list_line WHERE import_id = ? AND line = ANY (?)")
                .param(list)
                .param(lines.stream().map(Line::number).toArray(Integer[]::new))
                .update();
    }

    /** Skeletons of names that were taken since the list was read; their lines are problems now. */
    Set<String> takenSince(UUID list, UUID service, List<Line> lines) {
        Integer[] numbers = lines.stream().map(Line::number).toArray(Integer[]::new);
        Set<String> reserved = usernames.reserved(
                new ServiceRef(service), lines.stream().map(Line::skeleton).toList());
        return Set.copyOf(jdbc.sql("UPDATE identity.old_list_line l SET hash = NULL, email_hash = NULL,"
                        + " problem = CASE WHEN t.username <> l.handle THEN 'handle.looks-taken' ELSE 'handle.taken' END"
                        + " FROM unnest(?::int[]) AS one (line) JOIN identity.old_list_line w ON w.import_id = ? AND"
                        + " w.line = one.line LEFT JOIN identity.taken_username t ON t.service_id = ? AND t.skeleton ="
                        + " w.skeleton WHERE l.import_id = w.import_id AND l.line = w.line AND (t.skeleton IS NOT NULL"
                        + " OR w.skeleton = ANY (?)) RETURNING l.skeleton")
                .param(numbers)
                .param(list)
                .param(service)
                .param(reserved.toArray(String[]::new))
                .query(String.class)
                .list());
    }
}
