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
import org.acides.hiboo.catalog.api.ForwardAuth;
import org.acides.hiboo.catalog.api.LogoutAddress;
import org.acides.hiboo.catalog.api.OidcClient;
import org.acides.hiboo.catalog.api.ProfilePolicy;
import org.acides.hiboo.catalog.api.SamlServiceProvider;
import org.acides.hiboo.catalog.api.ServiceDescription;
import org.acides.hiboo.catalog.api.ServiceId;
import org.acides.hiboo.catalog.api.commands.ConfigureForwardAuth;
import org.acides.hiboo.catalog.api.commands.ConfigureOidcClient;
import org.acides.hiboo.catalog.api.commands.ConfigureSamlServiceProvider;
import org.acides.hiboo.catalog.api.commands.OfferRegistration;
import org.acides.hiboo.catalog.api.commands.OpenService;
import org.acides.hiboo.catalog.api.commands.RegisterService;
import org.acides.hiboo.catalog.api.commands.SetProfilePolicy;
import org.acides.hiboo.identity.account.Registration;
import org.acides.hiboo.identity.account.Registration.Applicant;
import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.ProfileId;
import org.acides.hiboo.identity.api.Role;
import org.acides.hiboo.identity.api.ServiceRef;
import org.acides.hiboo.identity.api.commands.CreateProfile;
import org.acides.hiboo.identity.api.commands.IssueClientSecret;
import org.acides.hiboo.identity.api.commands.IssuedSecret;
import org.acides.hiboo.identity.api.queries.ReadSamlMetadata;
import org.acides.hiboo.identity.api.queries.SamlMetadata;
import org.acides.hiboo.identity.profile.ProfileChoices;
import org.acides.hiboo.infrastructure.api.Actor;
import org.acides.hiboo.infrastructure.api.Commands;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryGateway;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Registers the services that {@code seed.services.*} names, each with a confidential client of the service's name, and
 * {@code seed.members} members with a profile on each, which they are remembered to enter with. It writes the clients'
 * secrets to {@code clients.properties} in the working directory, and does so once for a home.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(Seed.Wanted.class)
public class Seed {

    static final Actor ACTOR = Actor.system("seed");

    /**
     * @param services by name, which is also slug and client id
     * @param saml service providers by name, which is also the slug
     * @param members how many: user0000 with password Passw0rd-0000, and so on
     */
    @ConfigurationProperties("seed")
    public record Wanted(
            @DefaultValue Map<String, Application> services,
            @DefaultValue Map<String, ServiceProvider> saml,
            @DefaultValue("0") int members) {}

    /** One relying party. */
    public record Application(
            URI redirect,
            URI afterSignOut,
            int quota,
            @Nullable URI backChannel,
            @Nullable URI frontChannel,
            @DefaultValue List<URI> behindProxies) {}

    /** @param metadata a file, read as an administrator would have it read */
    public record ServiceProvider(URI home, Path metadata) {}

    private final Commands commands;
    private final QueryGateway queries;
    private final Registration registration;
    private final ProfileChoices choices;
    private final String terms;

    Seed(
            Commands commands,
            QueryGateway queries,
            Registration registration,
            ProfileChoices choices,
            @Value("${hiboo.terms.version:1}") String terms) {
        this.commands = commands;
        this.queries = queries;
        this.registration = registration;
        this.choices = choices;
        this.terms = terms;
    }

    @Bean
    ApplicationRunner seeding(Wanted wanted) {
        return arguments -> seed(wanted, Path.of("clients.properties"));
    }

    private void seed(Wanted wanted, Path file) throws IOException {
        if (Files.exists(file)) return;
        Properties clients = new Properties();
        clients.setProperty(
                "registration.token", commands.send(new OfferRegistration(null, true, 10, Duration.ofDays(1)), ACTOR));
        wanted.services().forEach((name, application) -> {
            ServiceRef service = register(name, application);
            IssuedSecret secret = commands.send(new IssueClientSecret(service, Duration.ZERO), ACTOR);
            clients.setProperty(name + ".service", service.toString());
            clients.setProperty(name + ".secret", secret.secret());
            for (int number = 0; number < wanted.members(); number++) join("user%04d".formatted(number), service);
        });
        for (var provider : wanted.saml().entrySet()) register(provider.getKey(), provider.getValue());
        try (Writer writer = Files.newBufferedWriter(file)) {
            clients.store(writer, null);
        }
    }

    private ServiceRef register(String name, Application application) {
        ServiceId id = ServiceId.random();
        URI address = application.redirect().resolve("/");
        commands.send(new RegisterService(id, name, new ServiceDescription(name, "", address, "", null, null)), ACTOR);
        commands.send(new SetProfilePolicy(id, ProfilePolicy.OPEN, application.quota()), ACTOR);
        OidcClient client = new OidcClient(
                name,
                List.of(application.redirect()),
                List.of(application.afterSignOut()),
                Set.of("client_secret_basic"),
                OidcClient.GRANT_TYPES,
                Set.of("openid", "profile", "email", "offline_access"),
                "ES256",
                "",
                true,
                told(application.backChannel()),
                told(application.frontChannel()),
                false);
        commands.send(new ConfigureOidcClient(id, client), ACTOR);
        if (!application.behindProxies().isEmpty())
            commands.send(new ConfigureForwardAuth(id, new ForwardAuth(application.behindProxies())), ACTOR);
        commands.send(new OpenService(id), ACTOR);
        return new ServiceRef(id.value());
    }

    private static @Nullable LogoutAddress told(@Nullable URI address) {
        return address == null ? null : new LogoutAddress(address, true);
    }

    private void register(String name, ServiceProvider provider) throws IOException {
        ServiceId id = ServiceId.random();
        ServiceDescription description = new ServiceDescription(name, "", provider.home(), "", null, null);
        commands.send(new RegisterService(id, name, description), ACTOR);
        SamlMetadata said = queries.query(
                        new ReadSamlMetadata(Files.readAllBytes(provider.metadata())),
                        ResponseTypes.optionalInstanceOf(SamlMetadata.class))
                .join()
                .orElseThrow();
        SamlServiceProvider decided = new SamlServiceProvider(
                said.entityId(),
                said.consumers().stream()
                        .map(each -> new SamlServiceProvider.Consumer(each.address(), each.index()))
                        .toList(),
                logout(said.logout()),
                said.signingCertificates(),
                said.encryptionCertificate(),
                said.requestsSigned(),
                SamlServiceProvider.NameId.PERSISTENT,
                new SamlServiceProvider.Attributes("uid", "mail", "displayName"),
                true);
        commands.send(new ConfigureSamlServiceProvider(id, decided), ACTOR);
        commands.send(new OpenService(id), ACTOR);
    }

    private static SamlServiceProvider.@Nullable Logout logout(SamlMetadata.@Nullable Logout said) {
        if (said == null) return null;
        return new SamlServiceProvider.Logout(
                said.post() ? SamlServiceProvider.Binding.POST : SamlServiceProvider.Binding.REDIRECT,
                said.address(),
                said.answers());
    }

    private void join(String login, ServiceRef service) {
        AccountId account = registration.register(
                new Applicant(login, login + "@example.test", login.replace("user", "Passw0rd-"), "en", terms, null));
        registration.verifyEmail(account);
        ProfileId profile = ProfileId.random();
        commands.send(
                new CreateProfile(profile, service, account, login), new Actor(profile.toString(), Role.MEMBER.name()));
        choices.remember(account, service, profile);
    }
}
