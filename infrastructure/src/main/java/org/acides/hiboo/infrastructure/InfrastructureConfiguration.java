package org.acides.hiboo.infrastructure;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.PropertySource;

/** Everything a context needs to live; import it beside the context's own configuration. */
@Configuration(proxyBeanMethods = false)
@ComponentScan
@PropertySource("classpath:infrastructure-defaults.properties")
public class InfrastructureConfiguration {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
