package org.acides.hiboo.infrastructure.test;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.DynamicPropertyRegistrar;

/**
 * One real PostgreSQL for the whole test run, and a fresh database in it for each application context:
 *
 * <pre>{@code
 * @SpringBootTest(classes = {InfrastructureConfiguration.class, CatalogConfiguration.class, TestDatabase.class})
 * @EnableAutoConfiguration
 * class SlugsAreUniqueTest { … }
 * }</pre>
 *
 * <p>No configuration class by annotation, so that no scan of our packages finds it.
 */
public class TestDatabase {

    private static final String MASTER_KEY = Base64.getEncoder().encodeToString(new byte[32]);
    private static final AtomicInteger DATABASES = new AtomicInteger();
    private static @Nullable EmbeddedPostgres server;

    @Bean
    JdbcConnectionDetails freshDatabase() {
        return details(create());
    }

    /** No test leaves a key file behind. */
    @Bean
    DynamicPropertyRegistrar masterKey() {
        return properties -> properties.add("hiboo.master-key", () -> MASTER_KEY);
    }

    /** Makes an empty database and answers its JDBC address; for tests that need a second one. */
    public static synchronized String create() {
        String name = "test_" + DATABASES.incrementAndGet();
        try (Connection connection = server().getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return server().getJdbcUrl("postgres", name);
    }

    public static synchronized EmbeddedPostgres server() {
        if (server == null) server = start();
        return server;
    }

    private static EmbeddedPostgres start() {
        try {
            Path data = Files.createTempDirectory("hiboo-test-postgres");
            EmbeddedPostgres started = EmbeddedPostgres.builder()
                    .setDataDirectory(data)
                    .setCleanDataDirectory(true)
                    .setRegisterShutdownHook(false)
                    .setServerConfig("shared_buffers", "64MB")
                    .setServerConfig("max_connections", "200")
                    .start();
            // After the application contexts: whatever lost its database first would wait for it half a minute.
            SpringApplication.getShutdownHandlers().add(() -> close(started));
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void close(EmbeddedPostgres started) {
        try {
            started.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JdbcConnectionDetails details(String url) {
        return new JdbcConnectionDetails() {
            @Override
            public String getJdbcUrl() {
                return url;
            }

            @Override
            public String getUsername() {
                return "postgres";
            }

            @Override
            public String getPassword() {
                return "";
            }
        };
    }
}
