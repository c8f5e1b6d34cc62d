package org.acides.hiboo.infrastructure.database;

import org.acides.hiboo.infrastructure.start.Home;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/** Gives the data source its server: the operator's where an address is given, else one of Hiboo's own. */
@AutoConfiguration(before = DataSourceAutoConfiguration.class)
@ConditionalOnProperty("hiboo.database.embedded")
@ConditionalOnMissingBean(JdbcConnectionDetails.class)
public class ServerAutoConfiguration {

    @Bean
    JdbcConnectionDetails databaseServer(Environment environment) {
        String url = environment.getProperty("hiboo.database.url", "");
        if (url.isBlank()) return new EmbeddedServer(Home.of(environment));
        return ExternalServer.reached(
                url,
                environment.getProperty("hiboo.database.username", ""),
                environment.getProperty("hiboo.database.password", ""));
    }
}
