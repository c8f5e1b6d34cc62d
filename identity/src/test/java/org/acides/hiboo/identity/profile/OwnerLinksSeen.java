package org.acides.hiboo.identity.profile;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What somebody sees who got hold of the database. */
record OwnerLinksSeen(JdbcClient jdbc) {

    long events() {
        return jdbc.sql("SELECT count(*) FROM infrastructure.event")
                .query(Long.class)
                .single();
    }

    /** Each row of a table as JSON text. */
    List<String> rows(String table) {
        return jdbc.sql("SELECT to_jsonb(t)::text FROM " + table + " t")
                .query(String.class)
                .list();
    }

    List<String> tables() {
        return jdbc.sql("SELECT table_schema || '.' || table_name FROM information_schema.tables"
                        + " WHERE table_schema NOT IN ('pg_catalog', 'information_schema') AND table_type = 'BASE TABLE'"
                        + " ORDER BY 1")
                .query(String.class)
                .list();
    }
}
