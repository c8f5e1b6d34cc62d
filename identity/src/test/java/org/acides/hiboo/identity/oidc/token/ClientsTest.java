package org.acides.hiboo.identity.oidc.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.acides.hiboo.catalog.api.OfferId;
import org.acides.hiboo.catalog.api.OidcClient;
import org.acides.hiboo.catalog.api.ProfilePolicy;
import org.acides.hiboo.catalog.api.RegisteredSecret;
import org.acides.hiboo.catalog.api.ServiceId;
import org.acides.hiboo.catalog.api.events.ClientRegistered;
import org.acides.hiboo.catalog.api.events.ServiceOpened;
import org.acides.hiboo.catalog.api.events.ServiceRetired;
import org.acides.hiboo.identity.api.ServiceRef;
import org.acides.hiboo.identity.oidc.client.ClientOf;
import org.acides.hiboo.infrastructure.api.Keyring;
import org.acides.hiboo.infrastructure.api.Refused;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;

class ClientsTest extends OidcLife {

    @Autowired
    private Keyring keyring;

    private RegisteredClient known(Application app) {
        return Objects.requireNonNull(clients.findByClientId(app.clientId()));
    }

    @Test
    void aClientIsWhatTheCatalogueSaid() {
        Application app = application();
        RegisteredClient client = known(app);
        assertThat(client.getId()).isEqualTo(app.service().toString());
        assertThat(client.getRedirectUris()).containsExactly(Application.REDIRECT);
        assertThat(client.getScopes()).containsExactlyInAnyOrderElementsOf(OidcClient.SCOPES);
        assertThat(client.getClientSettings().isRequireAuthorizationConsent()).isFalse();
        assertThat(client.getClientSettings().isRequireProofKey()).isFalse();
        assertThat(client.getClientSettings().<String>getSetting("hiboo.service"))
                .isEqualTo(app.service().toString());
        assertThat(client.getTokenSettings().isReuseRefreshTokens()).isFalse();
        RegisteredClient open = known(application(client(name(), "RS256", "none")));
        assertThat(open.getClientSettings().isRequireProofKey()).isTrue();
        assertThat(clients.findById(app.service().toString())).isEqualTo(client);
        assertThat(clients.findByClientId("unknown")).isNull();
        assertThat(clients.findByClientId("x".repeat(1 << 20))).isNull();
    }

    /** No event holds it: the catalogue, which tells the application, and identity make it of the same identifier. */
    @Test
    void whoRegisteredThemselvesAreKnownByTheSecretMadeOfItsIdentifier() {
        ServiceRef service = service(ProfilePolicy.OPEN, 1);
        OidcClient client = client(name());
        UUID secret = UUID.randomUUID();
        catalogue.publish(new ClientRegistered(
                new ServiceId(service.value()), client.clientId(), OfferId.random(), secret, Instant.now()));
        configure(service, client);
        Application app = new Application(
                URI.create("http://localhost:" + port),
                service,
                client.clientId(),
                RegisteredSecret.of(keyring, secret));
        assertThat(app.clientCredentials().status()).isEqualTo(200);
        assertThat(app.withSecret(RegisteredSecret.of(keyring, UUID.randomUUID()))
                        .clientCredentials()
                        .error())
                .isEqualTo("invalid_client");
        secret(service);
        assertThat(app.clientCredentials().error()).as("an admin replaced it").isEqualTo("invalid_client");
    }

    @Test
    void aChangeIsSeenAtOnce() {
        Application app = application();
        assertThat(known(app).getScopes()).contains("email");
        String token = signIn(app, enter(app)).text("refresh_token");
        OidcClient before = client(app.clientId());
        configure(
                app.service(),
                new OidcClient(
                        app.clientId(),
                        before.redirectUris(),
                        before.postLogoutRedirectUris(),
                        before.authenticationMethods(),
                        before.grantTypes(),
                        Set.of("openid"),
                        "RS256",
                        "",
                        false));
        assertThat(known(app).getScopes()).containsExactly("openid");
        assertThat(known(app).getClientSettings().isRequireAuthorizationConsent())
                .isTrue();
        Application.Answer next = app.refresh(token);
        assertThat(next.text("scope"))
                .as("what it may no longer ask, it no longer has")
                .isEqualTo("openid");
        assertThat(header(next.text("id_token")).get("alg").asString()).isEqualTo("RS256");
    }

    @Test
    void aSecretIsShownOnceAndKeptHashed() {
        Application app = application();
        assertThat(app.secret()).hasSize(43);
        assertThat(app.clientCredentials().status()).isEqualTo(200);
        assertThat(jdbc.sql("SELECT to_jsonb(s)::text FROM identity.oidc_client_secret s")
                        .query(String.class)
                        .list())
                .noneMatch(row -> row.contains(app.secret()));
        assertThat(jdbc.sql("SELECT payload::text FROM infrastructure.event")
                        .query(String.class)
                        .list())
                .anyMatch(payload -> payload.contains(app.clientId()) && payload.contains("secretId"))
                .noneMatch(payload -> payload.contains(app.secret()));
        for (String wrong : new String[] {"x", app.secret() + "x", "x".repeat(3000)})
            assertThat(app.withSecret(wrong).clientCredentials().error()).isEqualTo("invalid_client");
    }

    @Test
    void duringARotationBothSecretsHoldAndAfterwardsOne() {
        Application app = application();
        Application rotated =
                app.withSecret(issue(app.service(), Duration.ofDays(1)).secret());
        assertThat(app.clientCredentials().status()).isEqualTo(200);
        assertThat(rotated.clientCredentials().status()).isEqualTo(200);
        Application last = app.withSecret(issue(app.service(), Duration.ZERO).secret());
        assertThat(app.clientCredentials().error()).isEqualTo("invalid_client");
        assertThat(rotated.clientCredentials().error()).isEqualTo("invalid_client");
        assertThat(last.clientCredentials().status()).isEqualTo(200);
    }

    @Test
    void anOverlapIsNotProlongedByTheNextAndThreeSecretsHoldAtMost() {
        Application first = application();
        Duration day = Duration.ofDays(1);
        Application second = first.withSecret(issue(first.service(), day).secret());
        jdbc.sql("UPDATE identity.oidc_client_secret SET ends_at = now() + interval '1 hour'"
                        + " WHERE service_id = ? AND ends_at IS NOT NULL")
                .param(first.service().value())
                .update();
        Application third = first.withSecret(issue(first.service(), day).secret());
        assertThat(jdbc.sql("SELECT min(ends_at) < now() + interval '2 hours' FROM identity.oidc_client_secret"
                                + " WHERE service_id = ?")
                        .param(first.service().value())
                        .query(Boolean.class)
                        .single())
                .isTrue();
        Application fourth = first.withSecret(issue(first.service(), day).secret());
        assertThat(first.clientCredentials().error()).isEqualTo("invalid_client");
        for (Application live : new Application[] {second, third, fourth})
            assertThat(live.clientCredentials().status()).isEqualTo(200);
    }

    @Test
    void aServiceWithoutClientGetsNoSecret() {
        ServiceRef service = service(ProfilePolicy.OPEN, 1);
        assertThatThrownBy(() -> issue(service, Duration.ZERO))
                .isInstanceOfSatisfying(
                        Refused.class, no -> assertThat(no.code()).isEqualTo("service.no-client"));
        Application app = application();
        assertThatThrownBy(() -> issue(app.service(), Duration.ofDays(31))).isInstanceOf(Exception.class);
    }

    @Test
    void aClosedServiceGetsNothingNewAndKeepsWhatItHas() {
        Application app = application();
        Entry entry = enter(app);
        Application.Answer before = signIn(app, entry);
        String code = code(app, entry);
        close(app.service());
        assertThat(ClientOf.open(known(app))).isFalse();
        assertThat(app.redeem(code).error()).isEqualTo("unauthorized_client");
        assertThat(app.clientCredentials().error()).isEqualTo("unauthorized_client");
        assertThat(app.refresh(before.text("refresh_token")).error()).isEqualTo("unauthorized_client");
        assertThat(app.userinfo(before.text("access_token")).status()).isEqualTo(200);
        catalogue.publish(new ServiceOpened(new ServiceId(app.service().value()), Instant.EPOCH));
        assertThat(app.refresh(before.text("refresh_token")).status()).isEqualTo(200);
    }

    @Test
    void aRetiredServiceHasNeitherClientNorTokens() {
        Application app = application();
        Application.Answer before = signIn(app, enter(app));
        catalogue.publish(new ServiceRetired(new ServiceId(app.service().value()), Instant.EPOCH));
        assertThat(clients.findByClientId(app.clientId())).isNull();
        assertThat(app.refresh(before.text("refresh_token")).error()).isEqualTo("invalid_client");
        assertThat(app.userinfo(before.text("access_token")).status()).isEqualTo(401);
        assertThat(rows("oidc_client_secret", app.service().value())).isZero();
        assertThat(rows("oidc_grant", app.service().value())).isZero();
        assertThatThrownBy(() -> issue(app.service(), Duration.ZERO)).isInstanceOf(Refused.class);
    }

    @Test
    void aPublicClientGetsARefreshTokenToo() {
        Application app = application(client(name(), "ES256", "none"));
        Map<String, String> fields = Application.redemption(code(app, enter(app)), "client_id", app.clientId());
        Application.Answer answer = app.postOpenly("/oauth2/token", fields);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("refresh_token")).hasSize(75);
    }

    @Test
    void aConfidentialClientDoesNotPassForAPublicOne() {
        Application app = application();
        Map<String, String> fields = Application.redemption(code(app, enter(app)), "client_id", app.clientId());
        assertThat(app.postOpenly("/oauth2/token", fields).error()).isEqualTo("invalid_client");
    }

    @Test
    void theSecretIsTakenOnlyTheWayThatTheClientRegistered() {
        Application app = application();
        Map<String, String> fields =
                Map.of("grant_type", "client_credentials", "client_id", app.clientId(), "client_secret", app.secret());
        assertThat(app.postOpenly("/oauth2/token", fields).error()).isEqualTo("invalid_client");
    }
}
