package org.acides.hiboo.infrastructure.database;

import java.nio.file.Path;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.PropertySource;
import org.springframework.jdbc.core.JdbcTemplate;

/** The database alone, as the whole of Hiboo has it. */
@ImportAutoConfiguration({
    ServerAutoConfiguration.class,
    DataSourceAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class
})
@PropertySource("classpath:infrastructure-defaults.properties")
class Standalone {

    static ConfigurableApplicationContext start(Path home, String... more) {
        return new SpringApplicationBuilder(Standalone.class)
                .web(WebApplicationType.NONE)
                .properties("hiboo.database.embedded=true", "spring.main.banner-mode=off")
                .properties(more)
                .run("--hiboo.home=" + home);
    }

    static JdbcTemplate jdbc(ConfigurableApplicationContext context) {
        return context.getBean(JdbcTemplate.class);
    }

    /** In a process of its own, which writes a row, says so, and waits to be killed. */
    public static void main(String[] arguments) throws Exception {
        JdbcTemplate jdbc = jdbc(start(Path.of(arguments[0])));
        jdbc.execute("CREATE TABLE IF NOT EXISTS kept (id serial PRIMARY KEY)");
        jdbc.update("INSERT INTO kept DEFAULT VALUES");
        System.out.println("WRITTEN");
        System.in.read();
    }
}
