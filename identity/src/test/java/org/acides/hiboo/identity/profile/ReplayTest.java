package org.acides.hiboo.identity.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.acides.hiboo.catalog.api.ProfilePolicy;
import org.acides.hiboo.catalog.api.UsernameRules;
import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.ProfileId;
import org.acides.hiboo.identity.api.ServiceRef;
import org.acides.hiboo.identity.api.events.AliasSilenced;
import org.acides.hiboo.identity.api.events.ProfileTransferred;
import org.acides.hiboo.infrastructure.api.Sealer;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.AnnotationEventHandlerAdapter;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/** The history alone suffices to make the look-ups again. */
class ReplayTest extends PolicyLife {

    private static final List<String> LOOKUPS = List.of(
            "identity.service",
            "identity.profile",
            "identity.taken_username",
            "identity.reserved_username",
            "identity.owner_link",
            "identity.owner_box",
            "identity.service_manager",
            "identity.account_group",
            "identity.group_member",
            "identity.profile_gift",
            "identity.profile_import",
            "identity.unclaimed_profile",
            "identity.claim_contest",
            "identity.kept_subject");

    @Autowired
    OwnerLinksSeen database;

    @Autowired
    EventStore history;

    @Autowired
    EventProcessingConfiguration processing;

    @Autowired
    ApplicationContext context;

    @Autowired
    Sealer sealer;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void lookupsAreRebuiltFromTheFirstEventOn() {
        ServiceRef service = service(ProfilePolicy.OPEN, 3);
        rules(service, new UsernameRules("[a-z0-9]+", 3, 30, List.of("root"), true));
        AccountId account = AccountId.random();
        ProfileId renamed = create(account, service, name());
        ProfileId deleted = create(account, service, name());
        create(account, service, name());
        rename(account, renamed, name());
        delete(account, deleted);
        ProfileId erased = create(account, service, name());
        delete(account, erased);
        ended(erased, Duration.ofDays(15));
        erasure.eraseDue();
        ServiceRef managed = service(ProfilePolicy.MANAGED, 5);
        approve(request(account, managed, name()));
        refuse(request(account, managed, name()), "No.");
        request(account, managed, name());
        withdraw(account, request(account, managed, name()));
        suspend(renamed);
        ProfileId silent = create(AccountId.random(), service, name());
        catalogue.publish(new AliasSilenced(silent, Instant.EPOCH));
        catalogue.publish(new ProfileTransferred(
                silent, service, sealer.seal(silent.value(), AccountId.random()), Instant.EPOCH));
        entrust(register(), managed);
        gift(managed);
        quota(service, 1);
        close(service);
        Map<String, List<String>> before = tables();

        transaction.executeWithoutResult(status -> {
            jdbc.sql("TRUNCATE " + String.join(", ", LOOKUPS) + " CASCADE").update();
            List<AnnotationEventHandlerAdapter> lookups =
                    context.getBeansWithAnnotation(ProcessingGroup.class).values().stream()
                            .filter(ReplayTest::isOurs)
                            .map(AnnotationEventHandlerAdapter::new)
                            .toList();
            assertThat(lookups).hasSize(8);
            try (var events = history.openStream(null)) {
                while (events.hasNextAvailable()) {
                    var event = events.nextAvailable();
                    for (var lookup : lookups) lookup.handle(event);
                }
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
            assertThat(slotless(tables())).isEqualTo(slotless(before));
        });
        assertThat(processing.eventProcessors()).containsKey("lookup.identity.profile");
    }

    private static boolean isOurs(Object bean) {
        return List.of(
                        "ServiceLookup",
                        "ProfileLookup",
                        "OwnerLinkLookup",
                        "Managers",
                        "Gifts",
                        "Groups",
                        "ProfileImportLookup",
                        "ContestLookup")
                .contains(org.springframework.util.ClassUtils.getUserClass(bean).getSimpleName());
    }

    private Map<String, List<String>> tables() {
        Map<String, List<String>> all = new TreeMap<>();
        for (String table : LOOKUPS)
            all.put(table, database.rows(table).stream().sorted().toList());
        return all;
    }

    /** Which of an account's free slots a profile got may differ when races were lost in between; that it has one may not. */
    private static Map<String, List<String>> slotless(Map<String, List<String>> tables) {
        tables.computeIfPresent(
                "identity.owner_link",
                (table, rows) -> rows.stream()
                        .map(row -> row.replaceAll("\\\\\\\\x[0-9a-f]{64}", "tag"))
                        .sorted()
                        .toList());
        return tables;
    }
}
