package org.acides.hiboo.identity.credential;

import java.time.Duration;
import org.acides.hiboo.infrastructure.scheduling.Recurring;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CredentialConfiguration {

    @Bean
    Recurring forgetAttempts(StoredAttempts attempts) {
        return new Recurring("identity.forget-attempts", Duration.ofHours(1), attempts::forget);
    }
}
