package org.acides.hiboo.identity.moving;

import java.util.Base64;
import org.acides.hiboo.identity.IdentityConfiguration;
import org.acides.hiboo.infrastructure.InfrastructureConfiguration;
import org.acides.hiboo.infrastructure.test.TestDatabase;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;

/** Two whole identities, each with a database, a master key and a port of its own, that reach one another over HTTP. */
final class TwoCommunities implements AutoCloseable {

    final ConfigurableApplicationContext there;
    final ConfigurableApplicationContext here;

    TwoCommunities() {
        there = start((byte) 1);
        here = start((byte) 2);
    }

    @EnableAutoConfiguration
    @Import({InfrastructureConfiguration.class, IdentityConfiguration.class, TestDatabase.class})
    static class Whole {}

    private static ConfigurableApplicationContext start(byte number) {
        byte[] key = new byte[32];
        key[0] = number;
        return new SpringApplicationBuilder(Whole.class)
                .web(WebApplicationType.SERVLET)
                .properties(
                        "server.port=0",
                        "hiboo.moving.to-private-networks=true",
                        "hiboo.master-key=" + Base64.getEncoder().encodeToString(key))
                .run();
    }

    static String address(ConfigurableApplicationContext one) {
        return "http://localhost:" + one.getEnvironment().getProperty("local.server.port");
    }

    @Override
    public void close() {
        here.close();
        there.close();
    }
}
