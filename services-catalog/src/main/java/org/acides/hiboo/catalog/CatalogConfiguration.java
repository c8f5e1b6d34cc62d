package org.acides.hiboo.catalog;

import org.acides.hiboo.infrastructure.database.SchemaMigrations;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/** The whole of the catalogue; import it beside infrastructure's configuration. */
@Configuration(proxyBeanMethods = false)
@ComponentScan
public class CatalogConfiguration {

    @Bean
    SchemaMigrations catalogMigrations() {
        return new SchemaMigrations("catalog", "classpath:db/catalog");
    }
}
