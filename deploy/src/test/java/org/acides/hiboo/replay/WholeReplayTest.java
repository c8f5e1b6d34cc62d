package org.acides.hiboo.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.acides.hiboo.HibooApplication;
import org.acides.hiboo.catalog.api.ForwardAuth;
import org.acides.hiboo.catalog.api.SamlServiceProvider;
import org.acides.hiboo.catalog.api.ServiceDescription;
import org.acides.hiboo.catalog.api.ServiceId;
import org.acides.hiboo.catalog.api.commands.ConfigureForwardAuth;
import org.acides.hiboo.catalog.api.commands.ConfigureSamlServiceProvider;
import org.acides.hiboo.catalog.api.commands.RegisterService;
import org.acides.hiboo.identity.account.AccountState;
import org.acides.hiboo.identity.account.Accounts;
import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.FactorId;
import org.acides.hiboo.identity.api.FactorKind;
import org.acides.hiboo.identity.api.OldAccountLists;
import org.acides.hiboo.identity.api.RecoveryId;
import org.acides.hiboo.identity.api.events.FactorEnrolled;
import org.acides.hiboo.identity.api.events.FactorRemoved;
import org.acides.hiboo.identity.api.events.PasskeySuspected;
import org.acides.hiboo.identity.api.events.RecoveryLapsed;
import org.acides.hiboo.identity.api.events.RecoveryProposed;
import org.acides.hiboo.infrastructure.api.Actor;
import org.acides.hiboo.infrastructure.api.Commands;
import org.acides.hiboo.infrastructure.api.Processors;
import org.acides.hiboo.infrastructure.api.Sealed;
import org.acides.hiboo.infrastructure.api.Sealer;
import org.acides.hiboo.infrastructure.scheduling.Recurring;
import org.acides.hiboo.infrastructure.test.Replaying;
import org.acides.hiboo.infrastructure.test.TestDatabase;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.gateway.EventGateway;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** The whole application, with the demo's community in it: what it knows can always be built again from the history. */
@SpringBootTest(
        classes = {HibooApplication.class, TestDatabase.class},
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "hiboo.database.embedded=false",
            "hiboo.home=target/whole-replay",
            "hiboo.demo=true",
            "hiboo.profiles.deletion-grace=0s",
            "hiboo.demo-port=0"
        })
class WholeReplayTest {

    /** What the in-transaction look-ups keep. The other tables hold what no event tells: secrets, sessions, attempts. */
    private static final List<String> LOOKED_UP = List.of(
            "catalog.taken_slug",
            "catalog.taken_client_id",
            "catalog.taken_entity_id",
            "catalog.service_definition",
            "identity.service",
            "identity.oidc_client",
            "identity.saml_provider",
            "catalog.taken_host",
            "identity.forward_auth_origin",
            "identity.account",
            "identity.factor",
            "identity.account_recovery",
            "identity.profile",
            "identity.taken_username",
            "identity.reserved_username",
            "identity.owner_link",
            "identity.owner_box",
            "identity.service_manager",
            "identity.account_group",
            "identity.group_member",
            "identity.upstream",
            "identity.upstream_link",
            "identity.profile_gift",
            "identity.invitation",
            "identity.profile_import",
            "identity.unclaimed_profile",
            "identity.claim_contest",
            "identity.community",
            "identity.community_service",
            "identity.kept_subject",
            "captcha.service_manager",
            "captcha.site",
            "captcha.question");

    @Autowired
    ApplicationContext application;

    @Autowired
    Processors processors;

    @Autowired
    Commands commands;

    @Autowired
    EventStore events;

    @Autowired
    ParameterResolverFactory resolvers;

    @Autowired
    TransactionOperations transaction;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Accounts accounts;

    @Autowired
    Sealer sealer;

    @Autowired
    OldAccountLists lists;

    @Autowired
    EventGateway gateway;

    @Autowired
    List<Recurring> rounds;

    @BeforeEach
    void profilesLiveAndEnd() {
        new ProfileLives(commands, accounts, jdbc).live();
        round("identity.profile-erasure");
    }

    /** The demo has none. */
    @BeforeEach
    void oldAccountsComeHome() throws IOException {
        new OldAccountsComeHome(commands, lists, jdbc, () -> round("identity.reserve-profiles")).live();
    }

    @BeforeEach
    void sitesAreAttackedAndLeftAlone() {
        new CaptchaSites(commands).live();
    }

    /** The demo knows no other community. */
    @BeforeEach
    void accountsMove() {
        new AccountsMove(commands, gateway, accounts, jdbc).live();
        round("identity.profile-erasure");
    }

    private void round(String name) {
        rounds.stream()
                .filter(round -> round.name().equals(name))
                .forEach(round -> round.work().run());
    }

    /** The demo's members have no passkeys nor certificates: these take a browser. */
    @BeforeEach
    void aPasskeyIsAddedSuspectedAndRemovedACertificateStaysAndARecoveryLapses() {
        AccountId account =
                accounts.byLoginName("grandduc").map(AccountState::id).orElseThrow();
        FactorId factor = FactorId.random();
        RecoveryId recovery = RecoveryId.random();
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        long next = events.lastSequenceNumberFor(account.toString()).orElseThrow() + 1;
        String id = account.toString();
        transaction.executeWithoutResult(kept -> events.publish(List.of(
                new GenericDomainEventMessage<>(
                        "Account", id, next, new FactorEnrolled(account, factor, FactorKind.PASSKEY, now)),
                new GenericDomainEventMessage<>("Account", id, next + 1, new PasskeySuspected(account, factor, now)),
                new GenericDomainEventMessage<>(
                        "Account", id, next + 2, new FactorRemoved(account, factor, FactorKind.PASSKEY, now)),
                new GenericDomainEventMessage<>(
                        "Account",
                        id,
                        next + 3,
                        new FactorEnrolled(account, FactorId.random(), FactorKind.CERTIFICATE, now)),
                new GenericDomainEventMessage<>(
                        "Account",
                        id,
                        next + 4,
                        new RecoveryProposed(
                                account, recovery, AccountId.random(), new Sealed<>(account.value(), "why"), now)),
                new GenericDomainEventMessage<>("Account", id, next + 5, new RecoveryLapsed(account, recovery, now)))));
    }

    /** The demo has no neighbours: a link takes another Hiboo, and a sign-in of the last minutes. */
    @BeforeEach
    void identitiesElsewhereAreLinkedAndUnlinked() {
        new Neighbours(commands, events, transaction, sealer)
                .live(accounts.byLoginName("chevechette").orElseThrow().id());
    }

    /** The demo's services speak OpenID Connect alone. */
    @BeforeEach
    void aServiceThatSpeaksSaml() {
        Actor admin = Actor.system("test");
        ServiceId id = ServiceId.random();
        String name = "wiki-" + id.toString().substring(0, 8);
        URI address = URI.create("https://wiki.example/");
        commands.send(new RegisterService(id, name, new ServiceDescription(name, "", address, "", null, null)), admin);
        for (String entity : List.of("urn:one:" + id, "urn:other:" + id))
            commands.send(
                    new ConfigureSamlServiceProvider(
                            id,
                            new SamlServiceProvider(
                                    entity,
                                    List.of(new SamlServiceProvider.Consumer(address, 0)),
                                    null,
                                    List.of(),
                                    "",
                                    false,
                                    SamlServiceProvider.NameId.PERSISTENT,
                                    new SamlServiceProvider.Attributes("uid", "mail", ""),
                                    false)),
                    admin);
    }

    @Test
    void everyProjectionIsRebuiltEqual() {
        assertThat(new Replaying(processors, jdbc).changesNothingIn("catalog", "identity", "captcha"))
                .contains(
                        "projection.catalog.services",
                        "projection.identity.my-history",
                        "projection.captcha.difficulty");
        assertThat(processors.all())
                .allSatisfy(one -> assertThat(one.deadLetters()).as(one.name()).isZero());
    }

    /** In a transaction that is never committed: a look-up that lost a row would tell nobody. */
    @Test
    void everyLookUpIsRebuiltEqual() {
        behindAProxy();
        new Replaying(processors, jdbc).awaitQuiet();
        LookUps lookUps = new LookUps(application, events, resolvers, jdbc, LOOKED_UP);
        Map<String, List<String>> before = lookUps.rows();
        assertThat(before.get("identity.profile")).isNotEmpty();
        assertThat(before.get("identity.saml_provider")).isNotEmpty();
        List<EventMessage<?>> history = lookUps.history();
        Map<String, List<String>> after = transaction.execute(undone -> {
            undone.setRollbackOnly();
            lookUps.rebuild(history);
            return lookUps.rows();
        });
        assertThat(after).isNotNull();
        for (String table : LOOKED_UP) assertThat(after.get(table)).as(table).isEqualTo(before.get(table));
    }

    /** What the demo has nothing of. */
    private void behindAProxy() {
        ServiceId id = ServiceId.random();
        URI address = URI.create("https://pad.hulotte.example");
        Actor admin = Actor.system("replay");
        commands.send(
                new RegisterService(id, "pad", new ServiceDescription("Pad", "", address, "", null, null)), admin);
        commands.send(new ConfigureForwardAuth(id, new ForwardAuth(List.of(address))), admin);
    }
}
