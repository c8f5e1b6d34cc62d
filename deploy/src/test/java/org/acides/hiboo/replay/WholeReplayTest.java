package org.acides.hiboo.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
import org.acides.hiboo.identity.api.events.FactorEnrolled;
import org.acides.hiboo.identity.api.events.FactorRemoved;
import org.acides.hiboo.identity.api.events.PasskeySuspected;
import org.acides.hiboo.infrastructure.api.Actor;
import org.acides.hiboo.infrastructure.api.Commands;
import org.acides.hiboo.infrastructure.api.Processors;
import org.acides.hiboo.infrastructure.scheduling.Recurring;
import org.acides.hiboo.infrastructure.test.Replaying;
import org.acides.hiboo.infrastructure.test.TestDatabase;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.AnnotationEventHandlerAdapter;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.gateway.EventGateway;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
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
            "identity.profile_gift",
            "identity.invitation",
            "identity.profile_import",
            "identity.unclaimed_profile",
            "identity.community",
            "identity.community_service",
            "identity.kept_subject",
            "captcha.service_manager",
            "captcha.site");

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

    /** The demo's members have no passkeys: these take a browser. */
    @BeforeEach
    void aPasskeyIsAddedSuspectedAndRemoved() {
        AccountId account =
                accounts.byLoginName("chevechette").map(AccountState::id).orElseThrow();
        FactorId factor = FactorId.random();
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        long next = events.lastSequenceNumberFor(account.toString()).orElseThrow() + 1;
        String id = account.toString();
        transaction.executeWithoutResult(kept -> events.publish(List.of(
                new GenericDomainEventMessage<>(
                        "Account", id, next, new FactorEnrolled(account, factor, FactorKind.PASSKEY, now)),
                new GenericDomainEventMessage<>("Account", id, next + 1, new PasskeySuspected(account, factor, now)),
                new GenericDomainEventMessage<>(
                        "Account", id, next + 2, new FactorRemoved(account, factor, FactorKind.PASSKEY, now)))));
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
        Map<String, List<String>> before = rows();
        assertThat(before.get("identity.profile")).isNotEmpty();
        assertThat(before.get("identity.saml_provider")).isNotEmpty();
        List<EventMessage<?>> history = history();
        List<AnnotationEventHandlerAdapter> lookUps = lookUps();
        Map<String, List<String>> after = transaction.execute(undone -> {
            undone.setRollbackOnly();
            jdbc.sql("TRUNCATE " + String.join(", ", LOOKED_UP) + " CASCADE").update();
            for (EventMessage<?> event : history) lookUps.forEach(lookUp -> handle(lookUp, event));
            return rows();
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

    private static void handle(AnnotationEventHandlerAdapter lookUp, EventMessage<?> event) {
        DefaultUnitOfWork.startAndGet(event).execute(() -> {
            try {
                lookUp.handle(event);
            } catch (Exception e) {
                throw new AssertionError(event.getPayloadType().getSimpleName(), e);
            }
        });
    }

    private List<AnnotationEventHandlerAdapter> lookUps() {
        return application.getBeansWithAnnotation(ProcessingGroup.class).values().stream()
                .filter(bean -> bean.getClass()
                        .getAnnotation(ProcessingGroup.class)
                        .value()
                        .startsWith("lookup."))
                .map(bean -> new AnnotationEventHandlerAdapter(bean, resolvers))
                .toList();
    }

    private List<EventMessage<?>> history() {
        List<EventMessage<?>> all = new ArrayList<>();
        long head = jdbc.sql("SELECT max(global_index) FROM infrastructure.event")
                .query(Long.class)
                .single();
        try (var stream = events.openStream(null)) {
            while (true) {
                TrackedEventMessage<?> event = stream.nextAvailable();
                all.add(event);
                if (event.trackingToken().position().orElse(0) >= head) return all;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** A version only says whether a row was written since it was read: it never comes again. */
    private Map<String, List<String>> rows() {
        Map<String, List<String>> all = new TreeMap<>();
        for (String table : LOOKED_UP)
            all.put(
                    table,
                    jdbc.sql("SELECT (to_jsonb(kept.*) - 'version')::text FROM " + table + " AS kept ORDER BY 1")
                            .query(String.class)
                            .list());
        return all;
    }
}
