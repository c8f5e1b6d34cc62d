package org.acides.hiboo.identity.scim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.acides.hiboo.catalog.api.ProfilePolicy;
import org.acides.hiboo.catalog.api.ServiceId;
import org.acides.hiboo.catalog.api.events.ServiceRetired;
import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.ProfileId;
import org.acides.hiboo.identity.api.ServiceRef;
import org.acides.hiboo.identity.api.commands.ConnectScim;
import org.acides.hiboo.identity.api.commands.DisconnectScim;
import org.acides.hiboo.identity.api.commands.RestoreProfile;
import org.acides.hiboo.identity.api.commands.RetryScim;
import org.acides.hiboo.identity.api.commands.SuspendProfile;
import org.acides.hiboo.identity.api.commands.UndoProfileDeletion;
import org.acides.hiboo.identity.api.events.ProfileErased;
import org.acides.hiboo.identity.api.queries.FindScim;
import org.acides.hiboo.identity.api.queries.ScimState;
import org.acides.hiboo.identity.oidc.Subjects;
import org.acides.hiboo.identity.profile.ProfileLife;
import org.acides.hiboo.infrastructure.api.Actor;
import org.acides.hiboo.infrastructure.api.Refused;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryGateway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A service that others wrote hears of its profiles, and of nobody else's. */
class ScimTest extends ProfileLife {

    private static final Actor ADMIN = new Actor("an-admin", "ADMIN");
    private static final Actor MODERATOR = new Actor("a-moderator", "MODERATOR");

    @Autowired
    JdbcClient jdbc;

    @Autowired
    QueryGateway queries;

    @Autowired
    Subjects subjects;

    @Autowired
    Deliveries deliveries;

    @Autowired
    Targets targets;

    @Autowired
    Standings standings;

    @Autowired
    Clock clock;

    private final AccountId ada = AccountId.random();
    private ServiceRef service;
    private ProfileId profile;
    private String username;
    private ScimService remote;

    @BeforeEach
    void aMemberHasAProfile() {
        service = service(ProfilePolicy.OPEN, 5);
        username = name();
        profile = create(ada, service, username);
    }

    @AfterEach
    void over() {
        if (remote != null) remote.close();
    }

    private static Map<String, Object> user(String id, String username, String externalId) {
        Map<String, Object> user = new HashMap<>(Map.of("id", id, "userName", username, "active", true));
        if (!externalId.isEmpty()) user.put("externalId", externalId);
        return user;
    }

    private void connected(List<Map<String, Object>> users) {
        remote = ScimService.with(users);
        commands.send(new ConnectScim(service, remote.endpoint(), ScimService.TOKEN), ADMIN);
    }

    private String subject() {
        return subjects.of(service, profile);
    }

    /** As the scheduler does, but to this machine; the scheduler may be at it too, and fails. */
    private void tell() {
        deliveries.again(service);
        new Telling(deliveries, targets, standings, new ScimUsers(new ScimHttp(true, Duration.ofSeconds(5)))).round();
    }

    private void hears(String id, String active) {
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            tell();
            assertThat(remote.active(id)).isEqualTo(active);
            assertThat(waiting()).isZero();
        });
    }

    private ScimState state() {
        return queries.query(new FindScim(service), ResponseTypes.optionalInstanceOf(ScimState.class))
                .join()
                .orElseThrow();
    }

    private int waiting() {
        return state().waiting() + state().givenUp();
    }

    @Test
    void itHearsOfSuspensionRestorationAndDeletion() {
        connected(List.of(user("1", "somebody", "other"), user("2", "renamed-there", subject())));
        commands.send(new SuspendProfile(profile, "spam"), MODERATOR);
        hears("2", "false");
        commands.send(new RestoreProfile(profile), MODERATOR);
        hears("2", "true");
        delete(ada, profile);
        hears("2", "false");
        commands.send(new UndoProfileDeletion(profile, ada), new Actor(profile.toString(), "MEMBER"));
        hears("2", "true");
        catalogue.publish(new ProfileErased(profile, service, List.of(), clock.instant()));
        hears("2", "gone");
        assertThat(remote.active("1")).isEqualTo("true");
        assertThat(jdbc.sql("SELECT count(*) FROM identity.scim_user WHERE profile_id = ?")
                        .param(profile.value())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void whoWasMadeByHandIsKnownByTheirUsername() {
        connected(List.of(user("1", username, ""), user("2", "another", "")));
        commands.send(new SuspendProfile(profile, "spam"), MODERATOR);
        hears("1", "false");
        assertThat(remote.active("2")).isEqualTo("true");
    }

    @Test
    void somebodyElseOfThatNameIsLeftAlone() {
        connected(List.of(user("1", username, "somebody-else")));
        commands.send(new SuspendProfile(profile, "spam"), MODERATOR);
        hears("1", "true");
    }

    @Test
    void severalWhoCouldBeMeantAreLeftAlone() {
        connected(List.of(user("1", username, ""), user("2", username, "")));
        commands.send(new SuspendProfile(profile, "spam"), MODERATOR);
        tell();
        assertThat(remote.active("1") + remote.active("2")).isEqualTo("truetrue");
        assertThat(waiting()).isEqualTo(1);
    }

    @Test
    void whatTheServiceMissedItHearsLater() {
        connected(List.of(user("1", "x", subject())));
        remote.fail(1);
        commands.send(new SuspendProfile(profile, "spam"), MODERATOR);
        tell();
        hears("1", "false");
    }

    @Test
    void afterThreeDaysNobodyTriesUntilAnAdminAsks() {
        connected(List.of(user("1", "x", subject())));
        remote.fail(1_000);
        commands.send(new SuspendProfile(profile, "spam"), MODERATOR);
        jdbc.sql("UPDATE identity.scim_delivery SET asked_at = asked_at - interval '3 days', due_at = now()"
                        + " WHERE service_id = ?")
                .param(service.value())
                .update();
        await().untilAsserted(() -> {
            new Telling(deliveries, targets, standings, new ScimUsers(new ScimHttp(true, Duration.ofSeconds(5))))
                    .round();
            assertThat(state().givenUp()).isEqualTo(1);
        });
        assertThat(state().failure()).matches(".*(HTTP status 503|private network)");
        remote.fail(0);
        commands.send(new RetryScim(service), ADMIN);
        hears("1", "false");
    }

    @Test
    void aWrongTokenIsSaidSoWithoutAWordOfWhatCameBack() {
        remote = ScimService.with(List.of(user("1", "x", subject())));
        commands.send(new ConnectScim(service, remote.endpoint(), "another-token"), ADMIN);
        commands.send(new SuspendProfile(profile, "spam"), MODERATOR);
        tell();
        assertThat(Objects.requireNonNull(state().failure()))
                .matches("looking for a user: HTTP status 401|.*private network");
        commands.send(new ConnectScim(service, remote.endpoint(), ScimService.TOKEN), ADMIN);
        hears("1", "false");
    }

    @Test
    void theTokenIsSealedAndNowhereElse() {
        connected(List.of(user("1", "x", subject())));
        for (String table : List.of("identity.scim_target", "infrastructure.event"))
            assertThat(jdbc.sql("SELECT to_jsonb(t)::text FROM " + table + " t")
                            .query(String.class)
                            .list())
                    .noneMatch(row -> row.contains(ScimService.TOKEN));
        assertThat(new ConnectScim(service, remote.endpoint(), ScimService.TOKEN).toString())
                .doesNotContain(ScimService.TOKEN);
    }

    @Test
    void whatIsDisconnectedHearsNothing() {
        connected(List.of(user("1", "x", subject())));
        commands.send(new DisconnectScim(service), ADMIN);
        commands.send(new DisconnectScim(service), ADMIN);
        commands.send(new SuspendProfile(profile, "spam"), MODERATOR);
        tell();
        assertThat(remote.active("1")).isEqualTo("true");
        assertThat(queries.query(new FindScim(service), ResponseTypes.optionalInstanceOf(ScimState.class))
                        .join())
                .isEmpty();
    }

    @Test
    void onlyWellFormedAddressesAndTokensAreTaken() {
        for (String endpoint : List.of(
                "http://wiki.example/scim",
                "https://ada@wiki.example/scim",
                "https://wiki.example/scim?x=1",
                "file:///etc/passwd",
                "https://wiki.example/" + "x".repeat(500)))
            refused(new ConnectScim(service, URI.create(endpoint), "t"), "scim.endpoint-malformed");
        for (String token : List.of("", "a b", "a\nb", "x".repeat(4001)))
            refused(new ConnectScim(service, URI.create("https://wiki.example/scim"), token), "scim.token-malformed");
        refused(
                new ConnectScim(ServiceRef.of(AccountId.random().toString()), URI.create("https://wiki.example/"), "t"),
                "service.unknown");
        catalogue.publish(new ServiceRetired(new ServiceId(service.value()), clock.instant()));
        refused(new ConnectScim(service, URI.create("https://wiki.example/scim"), "t"), "service.retired");
    }

    private void refused(ConnectScim command, String code) {
        assertThatThrownBy(() -> commands.send(command, ADMIN))
                .isInstanceOfSatisfying(
                        Refused.class, no -> assertThat(no.code()).isEqualTo(code));
    }
}
