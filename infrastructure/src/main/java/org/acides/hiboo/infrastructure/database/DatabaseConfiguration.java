package org.acides.hiboo.infrastructure.database;

import java.util.Comparator;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Runs each context's migrations, infrastructure's first, each with a history of its own. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    private static final String FIRST = "infrastructure";

    @Bean
    SchemaMigrations infrastructureMigrations() {
        return new SchemaMigrations(FIRST, "classpath:db/infrastructure");
    }

    /** Boot calls this in place of its single migration, so that everything that needs the database waits for it. */
    @Bean
    FlywayMigrationStrategy oneSchemaAContext(DataSource dataSource, List<SchemaMigrations> migrations) {
        return ignored -> migrations.stream()
                .sorted(Comparator.comparing(
                                (SchemaMigrations one) -> !one.schema().equals(FIRST))
                        .thenComparing(SchemaMigrations::schema))
                .forEach(one -> migrate(dataSource, one));
    }

    private static void migrate(DataSource dataSource, SchemaMigrations one) {
        Flyway.configure()
                .dataSource(dataSource)
                .schemas(one.schema())
                .defaultSchema(one.schema())
                .locations(one.location())
                .load()
                .migrate();
    }
}
