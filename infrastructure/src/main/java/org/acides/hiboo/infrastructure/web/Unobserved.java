package org.acides.hiboo.infrastructure.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.observation.SecurityObservationSettings;

/** Spring Security would record an event before and after each filter of each request, for whom nobody knows. */
@Configuration(proxyBeanMethods = false)
class Unobserved {

    @Bean
    SecurityObservationSettings noSecurityObservations() {
        return SecurityObservationSettings.noObservations();
    }
}
