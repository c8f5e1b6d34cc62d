package org.acides.hiboo.identity.oidc.token;

import static org.acides.hiboo.infrastructure.test.Staff.ADMIN;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.acides.hiboo.catalog.api.OidcClient;
import org.acides.hiboo.catalog.api.ProfilePolicy;
import org.acides.hiboo.catalog.api.ServiceId;
import org.acides.hiboo.catalog.api.events.OidcClientConfigured;
import org.acides.hiboo.identity.IdentityConfiguration;
import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.ProfileId;
import org.acides.hiboo.identity.api.ServiceRef;
import org.acides.hiboo.identity.api.SessionId;
import org.acides.hiboo.identity.api.commands.IssueClientSecret;
import org.acides.hiboo.identity.api.commands.IssuedSecret;
import org.acides.hiboo.identity.oidc.EnteredAs;
import org.acides.hiboo.identity.profile.ProfileLife;
import org.acides.hiboo.infrastructure.InfrastructureConfiguration;
import org.acides.hiboo.infrastructure.secret.Secret;
import org.acides.hiboo.infrastructure.test.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationConsentService;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.context.AuthorizationServerContext;
import org.springframework.security.oauth2.server.authorization.context.AuthorizationServerContextHolder;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Members who entered an application, and the application that redeems what it got, on a real port. */
@SpringBootTest(
        classes = {InfrastructureConfiguration.class, IdentityConfiguration.class, TestDatabase.class},
        properties = "hiboo.address=https://id.example.org",
        webEnvironment = WebEnvironment.RANDOM_PORT)
@EnableAutoConfiguration
@Import({CountedStatements.class, PublishedKeys.class})
abstract class OidcLife extends ProfileLife {

    static final Instant SIGNED_IN = Instant.parse("2026-11-01T10:00:00Z");
    static final Set<String> ALL = Set.of("openid", "profile", "email", "offline_access");

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Autowired
    JdbcClient jdbc;

    @Autowired
    RegisteredClientRepository clients;

    @Autowired
    OAuth2AuthorizationService authorizations;

    @Autowired
    OAuth2AuthorizationConsentService consents;

    @LocalServerPort
    int port;

    final AccountId ada = AccountId.random();

    /** A profile in a session. */
    record Entry(ProfileId profile, SessionId session, ServiceRef service) {

        EnteredAs principal() {
            return new EnteredAs(profile, service, session, SIGNED_IN, List.of("pwd"));
        }
    }

    Application application() {
        return application(client(name()));
    }

    Application application(OidcClient client) {
        ServiceRef service = service(ProfilePolicy.OPEN, 5);
        configure(service, client);
        return new Application(URI.create("http://localhost:" + port), service, client.clientId(), secret(service));
    }

    static OidcClient client(String clientId) {
        return client(clientId, "ES256", "client_secret_basic");
    }

    static OidcClient client(String clientId, String algorithm, String method) {
        return new OidcClient(
                clientId,
                List.of(URI.create(Application.REDIRECT)),
                List.of(),
                Set.of(method),
                method.equals("none") ? Set.of("authorization_code", "refresh_token") : OidcClient.GRANT_TYPES,
                OidcClient.SCOPES,
                algorithm,
                method.equals("private_key_jwt") ? "https://app.example/keys" : "",
                true);
    }

    final void configure(ServiceRef service, OidcClient client) {
        catalogue.publish(new OidcClientConfigured(new ServiceId(service.value()), client, Instant.EPOCH));
    }

    final String secret(ServiceRef service) {
        return issue(service, Duration.ZERO).secret();
    }

    final IssuedSecret issue(ServiceRef service, Duration overlap) {
        return commands.send(new IssueClientSecret(service, overlap), ADMIN);
    }

    final Entry enter(Application app) {
        return enter(app, SessionId.random());
    }

    final Entry enter(Application app, SessionId session) {
        return new Entry(create(ada, app.service(), name()), session, app.service());
    }

    /** A code as the dialogue gets it: from the authorization server, for who is in its security context. */
    final String code(Application app, Entry entry, Set<String> scopes, Map<String, String> more) {
        Map<String, Object> parameters = new HashMap<>(more);
        parameters.put("code_challenge", challenge());
        parameters.put("code_challenge_method", "S256");
        AuthorizationServerContextHolder.setContext(new Somewhere());
        Authentication answer = new OAuth2AuthorizationCodeRequestAuthenticationProvider(
                        clients, authorizations, consents)
                .authenticate(new OAuth2AuthorizationCodeRequestAuthenticationToken(
                        "https://id.example.org/oauth2/authorize",
                        app.clientId(),
                        entry.principal(),
                        Application.REDIRECT,
                        "state",
                        scopes,
                        parameters));
        AuthorizationServerContextHolder.resetContext();
        return Objects.requireNonNull(
                        ((OAuth2AuthorizationCodeRequestAuthenticationToken) answer).getAuthorizationCode())
                .getTokenValue();
    }

    final String code(Application app, Entry entry) {
        return code(app, entry, Set.of("openid", "profile", "email"), Map.of("nonce", "n-1"));
    }

    final Application.Answer signIn(Application app, Entry entry) {
        return app.redeem(code(app, entry));
    }

    final Application.Answer signInForLong(Application app, Entry entry) {
        return app.redeem(code(app, entry, ALL, Map.of()));
    }

    final long rows(String table, UUID service) {
        return jdbc.sql("SELECT count(*) FROM identity." + table + " WHERE service_id = ?")
                .param(service)
                .query(Long.class)
                .single();
    }

    static JsonNode claims(String jwt) {
        return JSON.readTree(new String(Base64.getUrlDecoder().decode(jwt.split("\\.")[1]), StandardCharsets.UTF_8));
    }

    static JsonNode header(String jwt) {
        return JSON.readTree(new String(Base64.getUrlDecoder().decode(jwt.split("\\.")[0]), StandardCharsets.UTF_8));
    }

    private static String challenge() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Secret.digest(Application.VERIFIER));
    }

    private static final class Somewhere implements AuthorizationServerContext {
        @Override
        public String getIssuer() {
            return "https://id.example.org";
        }

        @Override
        public AuthorizationServerSettings getAuthorizationServerSettings() {
            return AuthorizationServerSettings.builder().issuer(getIssuer()).build();
        }
    }
}
