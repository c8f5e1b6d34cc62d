package org.acides.hiboo.identity.profile;

import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What somebody sees who got hold of the database. */
record OwnerLinksSeen(JdbcClient jdbc) {

    long events() {
        return jdbc.sql("SELECT count(*) FROM infrastructure.event")
                .query(Long.class)
                .single();
    }

    /** Every row of every table of identity, as text by column, that mentions one of the values. */
    List<Map<String, Object>> rows(String table) {
        return jdbc.sql("SELECT to_jsonb(t)::text AS row FROM " + table + " t")
                .query()
                .listOfRows();
    }

    List<String> tables() {
        return jdbc.sql("SELECT table_schema || '.' || table_name FROM information_schema.tables"
                        + " WHERE table_schema NOT IN ('pg_catalog', 'information_schema') AND table_type = 'BASE TABLE'"
                        + " ORDER BY 1")
                .query(String.class)
                .list();
    }
}
