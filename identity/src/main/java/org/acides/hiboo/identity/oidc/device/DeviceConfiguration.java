package org.acides.hiboo.identity.oidc.device;

import java.time.Duration;
import org.acides.hiboo.infrastructure.scheduling.Recurring;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the scheduler finds by type. */
@Configuration(proxyBeanMethods = false)
class DeviceConfiguration {

    @Bean
    Recurring purgeOfDevices(Devices devices) {
        return new Recurring("identity.oidc-device-purge", Duration.ofMinutes(10), devices::purge);
    }
}
