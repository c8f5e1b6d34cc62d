package org.acides.hiboo.identity.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.acides.hiboo.catalog.api.ProfilePolicy;
import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.ProfileId;
import org.acides.hiboo.identity.api.ServiceRef;
import org.acides.hiboo.identity.api.SessionId;
import org.acides.hiboo.identity.api.commands.EscapeProfile;
import org.acides.hiboo.identity.api.events.AliasSilenced;
import org.acides.hiboo.identity.api.events.ProfileCreated;
import org.acides.hiboo.identity.api.events.ProfileDeleted;
import org.acides.hiboo.identity.api.queries.MyProfile;
import org.acides.hiboo.identity.api.queries.MyProfile.Standing;
import org.acides.hiboo.identity.ownerlink.Departures;
import org.acides.hiboo.identity.session.Sessions;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.MetaData;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Somebody harassed gets away, and nothing that is told or written joins the two profiles. */
class EscapesTest extends PolicyLife {

    @Autowired
    Departures departures;

    @Autowired
    Sessions sessions;

    @Autowired
    ProfileChoices choices;

    @Autowired
    EventStore events;

    private ProfileId escape(AccountId account, ProfileId old, String username, String password) {
        ProfileId fresh = ProfileId.random();
        commands.send(new EscapeProfile(old, fresh, account, username, SessionId.random(), password), itself(fresh));
        return fresh;
    }

    private void timePasses(ProfileId old) {
        jdbc.sql(
                        "UPDATE identity.profile_departure SET silent_after = now(), leaves_after = now() WHERE profile_id = ?")
                .param(old.value())
                .update();
        departures.carryOut();
        departures.carryOut();
    }

    @Test
    void oneActGivesANewProfileUnderEveryPolicyAndTheOldOneIsEnteredNoMore() {
        for (ProfilePolicy policy : ProfilePolicy.values()) {
            ServiceRef service = service(ProfilePolicy.OPEN, 1);
            AccountId account = register();
            ProfileId old = create(account, service, name());
            choices.remember(account, service, old);
            policy(service, policy, 1);
            ProfileId fresh = escape(account, old, name(), PASSWORD);
            assertThat(profiles.of(account, service))
                    .extracting(LiveProfile::id)
                    .containsExactly(fresh);
            assertThat(mine(account))
                    .extracting(MyProfile::standing)
                    .containsExactlyInAnyOrder(Standing.LIVE, Standing.LEAVING);
            assertThat(choices.remembered(account, service)).isEmpty();
            assertThat(jdbc.sql("SELECT state FROM identity.profile WHERE profile_id = ?")
                            .param(old.value())
                            .query(String.class)
                            .single())
                    .as("the service notices nothing yet")
                    .isEqualTo("LIVE");
        }
    }

    @Test
    void anEscapeAddsNoProfileBeyondTheQuota() {
        ServiceRef service = service(ProfilePolicy.OPEN, 2);
        AccountId account = register();
        ProfileId old = create(account, service, name());
        create(account, service, name());
        ProfileId fresh = escape(account, old, name(), PASSWORD);
        refused(() -> create(account, service, name()), "profile.quota-reached");
        refused(() -> escape(account, old, name(), PASSWORD), "profile.unknown");
        timePasses(old);
        refused(() -> create(account, service, name()), "profile.quota-reached");
        refused(() -> undo(account, old), "profile.quota-reached");
        assertThat(profiles.find(fresh)).isPresent();
    }

    @Test
    void theOldOneFallsSilentAndLeavesAtRandomHoursLikeAnyOther() {
        AccountId account = register();
        ServiceRef service = service(ProfilePolicy.OPEN, 20);
        Set<OffsetDateTime> hours = new TreeSet<>();
        for (int i = 0; i < 5; i++) {
            ProfileId old = create(account, service, name());
            escape(account, old, name(), PASSWORD);
            OffsetDateTime leaves = jdbc.sql("SELECT leaves_after FROM identity.profile_departure WHERE profile_id = ?")
                    .param(old.value())
                    .query(OffsetDateTime.class)
                    .single();
            Duration wait = Duration.between(Instant.now(), leaves.toInstant());
            assertThat(wait).isBetween(Duration.ofMinutes(59), Duration.ofHours(24));
            hours.add(leaves);
            if (i > 0) continue;
            departures.carryOut();
            assertThat(happened(old)).noneMatch(event -> event.getPayload() instanceof ProfileDeleted);
            timePasses(old);
            assertThat(happened(old))
                    .extracting(event -> (Object) event.getPayloadType())
                    .containsExactly(ProfileCreated.class, AliasSilenced.class, ProfileDeleted.class);
        }
        assertThat(hours).hasSize(5);
    }

    @Test
    void nothingInTheEventsJoinsTheTwoOrSaysThatItWasAnEscape() {
        ServiceRef service = service(ProfilePolicy.OPEN, 1);
        AccountId account = register();
        ProfileId old = create(account, service, name());
        ProfileId fresh = escape(account, old, name(), PASSWORD);
        ProfileId stranger = create(AccountId.random(), service, name());
        assertThat(happened(old)).as("at the hour of the escape").hasSize(1);
        MetaData plain = happened(stranger).getFirst().getMetaData();
        MetaData ours = happened(fresh).getFirst().getMetaData();
        assertThat(ours.keySet()).isEqualTo(plain.keySet());
        assertThat(ours.get("command")).isEqualTo(plain.get("command"));
        assertThat(ours.get("role")).isEqualTo(plain.get("role"));
        assertThat(ours.get("actor")).isEqualTo(fresh.toString());
        assertThat(eventsSince(ours.get("cause"))).as("of one cause").isEqualTo(1);
        timePasses(old);
        Set<String> shared = values(old);
        shared.retainAll(values(fresh));
        Set<String> ofStrangers = values(old);
        ofStrangers.retainAll(values(stranger));
        assertThat(shared).isSubsetOf(ofStrangers);
        assertThat(values(fresh)).noneMatch(value -> value.contains(old.toString()));
        assertThat(values(old)).noneMatch(value -> value.contains(fresh.toString()));
    }

    @Test
    void theSessionIsProvedAnewSoThatAuthTimeIsAnotherToo() {
        ServiceRef service = service(ProfilePolicy.OPEN, 1);
        AccountId account = register();
        ProfileId old = create(account, service, name());
        Sessions.Begun begun = sessions.begin(account, List.of("pwd"), "Firefox");
        jdbc.sql("UPDATE identity.session SET authenticated_at = now() - interval '1 hour' WHERE session_id = ?")
                .param(begun.id().value())
                .update();
        Instant before = sessions.find(begun.cookie()).orElseThrow().authenticatedAt();
        ProfileId fresh = ProfileId.random();
        commands.send(new EscapeProfile(old, fresh, account, name(), begun.id(), PASSWORD), itself(fresh));
        assertThat(sessions.find(begun.cookie()).orElseThrow().authenticatedAt())
                .isAfter(before.plus(Duration.ofMinutes(59)));
    }

    @Test
    void aRefusedEscapeChangesNothing() {
        ServiceRef service = service(ProfilePolicy.OPEN, 1);
        AccountId account = register();
        ProfileId old = create(account, service, name());
        create(AccountId.random(), service, "camille");
        refused(() -> escape(account, old, name(), "another password"), "password.wrong");
        refused(() -> escape(account, old, "camille", PASSWORD), "username.taken");
        refused(() -> escape(AccountId.random(), old, name(), PASSWORD), "profile.unknown");
        assertThat(profiles.of(account, service)).extracting(LiveProfile::id).containsExactly(old);
        assertThat(jdbc.sql("SELECT count(*) FROM identity.profile_departure WHERE profile_id = ?")
                        .param(old.value())
                        .query(Integer.class)
                        .single())
                .isZero();
        suspend(old);
        refused(() -> escape(account, old, name(), PASSWORD), "profile.suspended");
    }

    private List<DomainEventMessage<?>> happened(ProfileId id) {
        List<DomainEventMessage<?>> all = new ArrayList<>();
        events.readEvents(id.toString()).forEachRemaining(all::add);
        return all;
    }

    private int eventsSince(Object cause) {
        return jdbc.sql("SELECT count(*) FROM infrastructure.event e WHERE e::text LIKE ?")
                .param("%" + cause + "%")
                .query(Integer.class)
                .single();
    }

    /** What the events of a profile say and how they came to be, times to the second: every word that could join two. */
    private Set<String> values(ProfileId id) {
        Set<String> values = new TreeSet<>();
        for (DomainEventMessage<?> event : happened(id)) {
            event.getMetaData().values().forEach(value -> values.add(value.toString()));
            for (String word : event.getPayload().toString().split("[\\[\\]=, ]+")) values.add(word);
        }
        values.removeIf(value -> value.length() < 4);
        return values;
    }
}
