package org.acides.hiboo.identity.scim;

import static org.acides.hiboo.infrastructure.test.Staff.ADMIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.acides.hiboo.catalog.api.ProfilePolicy;
import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.ProfileId;
import org.acides.hiboo.identity.api.ServiceRef;
import org.acides.hiboo.identity.api.commands.ConnectScim;
import org.acides.hiboo.identity.api.queries.FindScim;
import org.acides.hiboo.identity.api.queries.ScimState;
import org.acides.hiboo.identity.oidc.Subjects;
import org.acides.hiboo.identity.profile.ProfileLife;
import org.acides.hiboo.infrastructure.api.Actor;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryGateway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A member with a profile on a service that listens to SCIM. */
abstract class ScimLife extends ProfileLife {

    static final Actor MODERATOR = new Actor("a-moderator", "MODERATOR");

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

    final AccountId ada = AccountId.random();
    ServiceRef service;
    ProfileId profile;
    String username;
    ScimService remote;

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

    static Map<String, Object> user(String id, String username, String externalId) {
        Map<String, Object> user = new HashMap<>(Map.of("id", id, "userName", username, "active", true));
        if (!externalId.isEmpty()) user.put("externalId", externalId);
        return user;
    }

    void connected(List<Map<String, Object>> users) {
        remote = ScimService.with(users);
        commands.send(new ConnectScim(service, remote.endpoint(), ScimService.TOKEN), ADMIN);
    }

    String subject() {
        return subjects.of(service, profile);
    }

    /** As the scheduler does, but to this machine; the scheduler may be at it too, and fails. */
    void tell() {
        deliveries.again(service);
        new Telling(deliveries, targets, standings, new ScimUsers(new ScimHttp(true, Duration.ofSeconds(5)))).round();
    }

    void hears(String id, String active) {
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            tell();
            assertThat(remote.active(id)).isEqualTo(active);
            assertThat(waiting()).isZero();
        });
    }

    ScimState state() {
        return queries.query(new FindScim(service), ResponseTypes.optionalInstanceOf(ScimState.class))
                .join()
                .orElseThrow();
    }

    int waiting() {
        return state().waiting() + state().givenUp();
    }
}
