package org.acides.hiboo.infrastructure.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.util.Map;
import org.acides.hiboo.infrastructure.InfrastructureConfiguration;
import org.acides.hiboo.infrastructure.start.CannotStart;
import org.acides.hiboo.infrastructure.test.Node;
import org.acides.hiboo.infrastructure.test.OtherPostgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** On the servers themselves, not on what they might say. */
class PostgresVersionTest {

    @TempDir
    Path folder;

    @Test
    void fourteenIsRefusedInOneLine() throws Exception {
        try (EmbeddedPostgres server = OtherPostgres.REFUSED.start()) {
            String url = server.getJdbcUrl("postgres", "postgres");
            assertThatThrownBy(() -> Standalone.start(
                            folder.resolve("home"), "hiboo.database.url=" + url, "hiboo.database.username=postgres"))
                    .rootCause()
                    .isInstanceOf(CannotStart.class)
                    .hasMessage("the database is PostgreSQL 14: Hiboo needs 15 or newer");
        }
    }

    @Test
    void fifteenIsTakenWithEveryMigration() throws Exception {
        try (EmbeddedPostgres server = OtherPostgres.OLDEST.start();
                Node node = Node.on(
                        server.getJdbcUrl("postgres", "postgres"), Map.of(), InfrastructureConfiguration.class)) {
            JdbcClient jdbc = node.get(JdbcClient.class);
            assertThat(jdbc.sql("SHOW server_version").query(String.class).single())
                    .startsWith("15.");
            assertThat(jdbc.sql("SELECT count(*) FROM infrastructure.flyway_schema_history WHERE success")
                            .query(Integer.class)
                            .single())
                    .isPositive();
        }
    }
}
