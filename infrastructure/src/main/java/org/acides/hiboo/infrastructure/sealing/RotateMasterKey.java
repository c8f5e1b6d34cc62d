package org.acides.hiboo.infrastructure.sealing;

import org.acides.hiboo.infrastructure.database.ServerAutoConfiguration;
import org.acides.hiboo.infrastructure.start.CannotStart;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.PropertySource;

/**
 * The operator's {@code rotate-master-key}: the database and the keys, and nothing else of Hiboo. On an embedded
 * database it refuses to run beside a Hiboo, whose home is locked.
 */
public final class RotateMasterKey {

    private RotateMasterKey() {}

    /** @return the status to exit with: 0 when everything is under the new key */
    public static int run(String... arguments) {
        ConfigurableApplicationContext started;
        try {
            started = new SpringApplicationBuilder(Parts.class)
                    .web(WebApplicationType.NONE)
                    .run(arguments);
        } catch (RuntimeException reported) { // by Boot, in one line where it is one of ours
            return 1;
        }
        try (ConfigurableApplicationContext context = started) {
            return context.getBean(MasterKeyRotation.class).run(System.out);
        } catch (CannotStart known) {
            System.err.println("hiboo: " + known.getMessage());
            return 1;
        }
    }

    /** No configuration to be found by scanning: it is for the task alone. */
    @ImportAutoConfiguration({
        ServerAutoConfiguration.class,
        DataSourceAutoConfiguration.class,
        DataSourceTransactionManagerAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class
    })
    @Import({SealingConfiguration.class, MasterKeyRotation.class})
    @PropertySource("classpath:infrastructure-defaults.properties")
    static class Parts {}
}
