package org.acides.hiboo.identity.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.acides.hiboo.catalog.api.GroupRef;
import org.acides.hiboo.catalog.api.ProfilePolicy;
import org.acides.hiboo.catalog.api.ServiceId;
import org.acides.hiboo.catalog.api.events.RequiredGroupsSet;
import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.GroupId;
import org.acides.hiboo.identity.api.ProfileId;
import org.acides.hiboo.identity.api.ServiceRef;
import org.acides.hiboo.identity.api.commands.AddToGroup;
import org.acides.hiboo.identity.api.commands.CreateGroup;
import org.acides.hiboo.identity.api.commands.SuspendProfile;
import org.acides.hiboo.identity.api.queries.FindMyHistory;
import org.acides.hiboo.identity.api.queries.MyHistoryRow;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryGateway;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A claimed profile is one like any other, with the same limits; its owner reads that it was claimed. */
class ClaimedProfilesTest extends MigrationLife {

    @Autowired
    Claims claims;

    @Autowired
    QueryGateway queries;

    @Test
    void itsOwnerReadsThatItWasClaimedAndNotThatItWasMade() {
        ServiceRef service = service(ProfilePolicy.OPEN, 1);
        String handle = name();
        imported(service, handle);
        AccountId account = AccountId.random();
        ProfileId claimed = claims.byPassword(account, service, handle, OLD_PASSWORD);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(history(account))
                        .singleElement()
                        .satisfies(row -> {
                            assertThat(row.name()).isEqualTo("identity.profile-claimed");
                            assertThat(row.service()).isEqualTo(service);
                            assertThat(row.username()).isEqualTo(handle);
                            assertThat(row.byMe()).isTrue();
                        }));
        commands.send(new SuspendProfile(claimed, "spam"), ADMIN);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(history(account))
                        .extracting(MyHistoryRow::name, MyHistoryRow::username)
                        .contains(org.assertj.core.groups.Tuple.tuple("identity.profile-suspended", handle)));
    }

    @Test
    void whoIsInNoneOfTheGroupsThatAServiceAsksForClaimsNothingThere() {
        ServiceRef service = service(ProfilePolicy.OPEN, 1);
        String handle = name();
        imported(service, handle);
        GroupId group = GroupId.random();
        commands.send(new CreateGroup(group, name()), ADMIN);
        catalogue.publish(new RequiredGroupsSet(
                new ServiceId(service.value()), List.of(new GroupRef(group.value())), Instant.EPOCH));
        String login = name();
        AccountId account = register(login);
        assertThatThrownBy(() -> claims.byPassword(account, service, handle, OLD_PASSWORD))
                .hasMessage("service.group-required");
        commands.send(new AddToGroup(group, login), ADMIN);
        claims.byPassword(account, service, handle, OLD_PASSWORD);
        assertThat(profiles.of(account, service)).hasSize(1);
    }

    @Test
    void itFillsAPlaceInTheQuotaAsOneThatWasMadeDoes() {
        ServiceRef service = service(ProfilePolicy.OPEN, 2);
        String handle = name();
        imported(service, handle);
        AccountId account = member();
        create(account, service, name());
        claims.byPassword(account, service, handle, OLD_PASSWORD);
        assertThatThrownBy(() -> create(account, service, name())).hasMessage("profile.quota-reached");
    }

    @Test
    void ofTwoClaimsAtOnceForTheLastPlaceOneIsHeard() throws Exception {
        ServiceRef service = service(ProfilePolicy.OPEN, 1);
        List<String> handles = List.of(name(), name(), name());
        imported(service, handles.toArray(String[]::new));
        AccountId account = member();
        var next = new java.util.concurrent.atomic.AtomicInteger();
        assertThat(race(
                        3,
                        () -> claims.byPassword(account, service, handles.get(next.getAndIncrement()), OLD_PASSWORD)))
                .containsExactlyInAnyOrder("done", "profile.quota-reached", "profile.quota-reached");
        assertThat(profiles.of(account, service)).hasSize(1);
    }

    private List<MyHistoryRow> history(AccountId account) {
        return queries.query(new FindMyHistory(account, 0, 200), ResponseTypes.multipleInstancesOf(MyHistoryRow.class))
                .join();
    }
}
