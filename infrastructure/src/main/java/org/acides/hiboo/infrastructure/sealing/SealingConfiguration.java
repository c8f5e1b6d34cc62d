package org.acides.hiboo.infrastructure.sealing;

import java.nio.file.Path;
import org.acides.hiboo.infrastructure.start.Home;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Where this instance's master key is. */
@Configuration(proxyBeanMethods = false)
class SealingConfiguration {

    /** The environment's key wins over the file's. */
    @Bean
    KeySource keySource(Environment environment) {
        String given = environment.getProperty("hiboo.master-key", "");
        if (!given.isBlank()) return new GivenKeys(given, environment.getProperty("hiboo.new-master-key", ""));
        String file = environment.getProperty("hiboo.master-key-file", "");
        return new KeyFiles(file.isBlank() ? Home.of(environment).resolve("master.key") : Path.of(file));
    }
}
