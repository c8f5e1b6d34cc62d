package org.acides.hiboo.seed;

import java.io.IOException;
import java.io.Writer;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.acides.hiboo.catalog.api.OidcClient;
import org.acides.hiboo.catalog.api.ProfilePolicy;
import org.acides.hiboo.catalog.api.ServiceDescription;
import org.acides.hiboo.catalog.api.ServiceId;
import org.acides.hiboo.catalog.api.commands.ConfigureOidcClient;
import org.acides.hiboo.catalog.api.commands.OpenService;
import org.acides.hiboo.catalog.api.commands.RegisterService;
import org.acides.hiboo.catalog.api.commands.SetProfilePolicy;
import org.acides.hiboo.identity.api.ServiceRef;
import org.acides.hiboo.identity.api.commands.IssueClientSecret;
import org.acides.hiboo.identity.api.commands.IssuedSecret;
import org.acides.hiboo.infrastructure.api.Actor;
import org.acides.hiboo.infrastructure.api.Commands;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Registers the services that {@code seed.services.*} names, each with a confidential client of the service's name, and
 * writes the clients' secrets to {@code clients.properties} in the working directory. It does so once for a home.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(Seed.Wanted.class)
public class Seed {

    static final Actor ACTOR = Actor.system("seed");

    /** @param services by name, which is also slug and client id */
    @ConfigurationProperties("seed")
    public record Wanted(@DefaultValue Map<String, Application> services) {}

    /** One relying party. */
    public record Application(URI redirect, URI afterSignOut, int quota) {}

    @Bean
    ApplicationRunner seedServices(Wanted wanted, Commands commands) {
        return arguments -> seed(wanted, commands, Path.of("clients.properties"));
    }

    static void seed(Wanted wanted, Commands commands, Path file) throws IOException {
        if (Files.exists(file)) return;
        Properties clients = new Properties();
        wanted.services().forEach((name, application) -> {
            ServiceId service = register(name, application, commands);
            IssuedSecret secret =
                    commands.send(new IssueClientSecret(new ServiceRef(service.value()), Duration.ZERO), ACTOR);
            clients.setProperty(name + ".service", service.toString());
            clients.setProperty(name + ".secret", secret.secret());
        });
        try (Writer writer = Files.newBufferedWriter(file)) {
            clients.store(writer, null);
        }
    }

    private static ServiceId register(String name, Application application, Commands commands) {
        ServiceId id = ServiceId.random();
        URI address = application.redirect().resolve("/");
        commands.send(new RegisterService(id, name, new ServiceDescription(name, "", address, "", null, null)), ACTOR);
        commands.send(new SetProfilePolicy(id, ProfilePolicy.OPEN, application.quota()), ACTOR);
        OidcClient client = new OidcClient(
                name,
                List.of(application.redirect()),
                List.of(application.afterSignOut()),
                Set.of("client_secret_basic"),
                Set.of("authorization_code", "refresh_token", "client_credentials"),
                Set.of("openid", "profile", "email", "offline_access"),
                "ES256",
                "",
                true);
        commands.send(new ConfigureOidcClient(id, client), ACTOR);
        commands.send(new OpenService(id), ACTOR);
        return id;
    }
}
