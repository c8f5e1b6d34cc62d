package org.acides.hiboo.identity.oidc.authorization;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.acides.hiboo.catalog.api.LogoutAddress;
import org.acides.hiboo.catalog.api.OidcClient;
import org.acides.hiboo.catalog.api.ProfilePolicy;
import org.acides.hiboo.catalog.api.ServiceId;
import org.acides.hiboo.catalog.api.events.OidcClientConfigured;
import org.acides.hiboo.identity.IdentityConfiguration;
import org.acides.hiboo.identity.account.AccountLife;
import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.ProfileId;
import org.acides.hiboo.identity.api.ServiceRef;
import org.acides.hiboo.identity.api.commands.IssueClientSecret;
import org.acides.hiboo.identity.api.commands.IssuedSecret;
import org.acides.hiboo.identity.api.queries.FindKnownOfMe;
import org.acides.hiboo.identity.api.queries.KnownOfMe;
import org.acides.hiboo.identity.profile.ProfileChoices;
import org.acides.hiboo.identity.session.Sessions;
import org.acides.hiboo.infrastructure.InfrastructureConfiguration;
import org.acides.hiboo.infrastructure.test.TestDatabase;
import org.acides.hiboo.infrastructure.test.Watch;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryGateway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Applications and members, on a real server with a real database. */
@SpringBootTest(
        classes = {InfrastructureConfiguration.class, IdentityConfiguration.class, TestDatabase.class, Watch.class},
        webEnvironment = WebEnvironment.DEFINED_PORT)
@EnableAutoConfiguration
public abstract class OpenIdConnectLife extends AccountLife {

    private static final int PORT = freePort();

    /** What a client without a secret may do. */
    private static final Set<String> OPEN_TO_ALL =
            Set.of("authorization_code", "refresh_token", "urn:ietf:params:oauth:grant-type:device_code");

    protected static final URI ISSUER = URI.create("http://localhost:" + PORT);

    protected Application app;
    protected Browser ada;
    protected AccountId account;

    @Autowired
    protected Sessions sessions;

    @Autowired
    protected ProfileChoices choices;

    @Autowired
    protected Clock clock;

    @Autowired
    protected Watch watch;

    @Autowired
    private QueryGateway questions;

    @DynamicPropertySource
    static void address(DynamicPropertyRegistry properties) {
        properties.add("server.port", () -> PORT);
        properties.add("hiboo.address", ISSUER::toString);
        properties.add("hiboo.oidc.logout-to-private-networks", () -> true);
        properties.add("hiboo.upstream.in-private-networks", () -> true);
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @BeforeEach
    void adaIsSignedIn() {
        app = application(true, "client_secret_basic");
        account = register();
        ada = signedIn(account);
    }

    @AfterEach
    void theTimeIsRightAgain() {
        watch.set();
    }

    protected final Browser signedIn(AccountId who) {
        return new Browser(ISSUER, sessions.begin(who, List.of("pwd"), "Test"));
    }

    protected final Browser stranger() {
        return new Browser(ISSUER, null);
    }

    protected final Application application(boolean firstParty, String authentication) {
        return application(firstParty, authentication, Set.of("openid", "profile", "email", "offline_access"));
    }

    protected final Application application(boolean firstParty, String authentication, Set<String> scopes) {
        return application(firstParty, authentication, scopes, grants(authentication), null, null);
    }

    protected final Application withGrants(String... grants) {
        return application(true, "client_secret_basic", Set.of("openid"), Set.of(grants), null, null);
    }

    /** One that is told of signing out. */
    protected final Application application(
            boolean firstParty,
            String authentication,
            Set<String> scopes,
            @Nullable LogoutAddress back,
            @Nullable LogoutAddress front) {
        return application(firstParty, authentication, scopes, grants(authentication), back, front);
    }

    private static Set<String> grants(String authentication) {
        return authentication.equals("none") ? OPEN_TO_ALL : OidcClient.GRANT_TYPES;
    }

    private Application application(
            boolean firstParty,
            String authentication,
            Set<String> scopes,
            Set<String> grants,
            @Nullable LogoutAddress back,
            @Nullable LogoutAddress front) {
        ServiceRef service = service(ProfilePolicy.OPEN, 5);
        String id = "app-" + name();
        OidcClient client = new OidcClient(
                id,
                List.of(URI.create(Application.REDIRECT), URI.create(Application.OTHER_REDIRECT)),
                List.of(URI.create(Application.LEFT)),
                Set.of(authentication),
                grants,
                scopes,
                "ES256",
                "",
                firstParty,
                back,
                front,
                false);
        catalogue.publish(new OidcClientConfigured(new ServiceId(service.value()), client, clock.instant()));
        IssuedSecret secret = commands.send(new IssueClientSecret(service, Duration.ZERO), ADMIN);
        return new Application(ISSUER, service, id, authentication.equals("none") ? "" : secret.secret());
    }

    /** What Ada is told of it. */
    protected final @Nullable LocalDate lastEntered(ProfileId profile) {
        return questions
                .query(new FindKnownOfMe(account, profile), ResponseTypes.optionalInstanceOf(KnownOfMe.class))
                .join()
                .orElseThrow()
                .lastEntered();
    }

    /** A profile that Ada enters the application with unless she asks otherwise. */
    protected final ProfileId usual() {
        return usual(account, app);
    }

    protected final ProfileId usual(AccountId who, Application where) {
        ProfileId profile = create(who, where.service(), name());
        choices.remember(who, where.service(), profile);
        return profile;
    }
}
