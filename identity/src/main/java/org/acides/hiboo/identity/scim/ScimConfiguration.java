package org.acides.hiboo.identity.scim;

import java.time.Duration;
import org.acides.hiboo.infrastructure.scheduling.Recurring;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** When services are told. */
@Configuration(proxyBeanMethods = false)
class ScimConfiguration {

    @Bean
    Recurring tellingServices(Telling telling) {
        return new Recurring("identity.scim", Duration.ofSeconds(5), telling::round);
    }
}
