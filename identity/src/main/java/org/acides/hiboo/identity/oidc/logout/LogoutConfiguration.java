package org.acides.hiboo.identity.oidc.logout;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import org.acides.hiboo.infrastructure.scheduling.Recurring;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class LogoutConfiguration {

    @Bean
    Recurring purgeOfEntries(Entries entries) {
        return new Recurring("identity.oidc-entry-purge", Duration.ofHours(12), entries::purge);
    }

    @Bean
    MeterBinder logoutNotices(LogoutNotices notices) {
        return registry -> Gauge.builder("hiboo.logout.notices", notices, LogoutNotices::waiting)
                .register(registry);
    }
}
