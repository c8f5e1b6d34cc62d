package org.acides.hiboo.webui.preview;

import org.acides.hiboo.catalog.CatalogConfiguration;
import org.acides.hiboo.infrastructure.InfrastructureConfiguration;
import org.acides.hiboo.infrastructure.test.TestDatabase;
import org.acides.hiboo.webui.WebUiConfiguration;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;

/** Starts the screens by themselves, on the port given by {@code server.port}. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({
    InfrastructureConfiguration.class,
    CatalogConfiguration.class,
    WebUiConfiguration.class,
    TestDatabase.class,
    SignedInForGood.class,
    Community.class,
    StandInProfiles.class,
    StandInSessions.class
})
public class Preview {

    public static void main(String[] arguments) {
        SpringApplication.run(Preview.class, arguments);
    }
}
