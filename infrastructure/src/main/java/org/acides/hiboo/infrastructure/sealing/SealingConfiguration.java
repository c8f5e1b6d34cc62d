package org.acides.hiboo.infrastructure.sealing;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where this instance's master key is. */
@Configuration(proxyBeanMethods = false)
class SealingConfiguration {

    /** The environment's key wins over the file's. */
    @Bean
    KeySource keySource(
            @Value("${hiboo.master-key:}") String given,
            @Value("${hiboo.new-master-key:}") String next,
            @Value("${hiboo.master-key-file:}") String file,
            @Value("${hiboo.home:data}") Path home) {
        if (!given.isBlank()) return new GivenKeys(given, next);
        return new KeyFiles(file.isBlank() ? home.resolve("master.key") : Path.of(file));
    }
}
