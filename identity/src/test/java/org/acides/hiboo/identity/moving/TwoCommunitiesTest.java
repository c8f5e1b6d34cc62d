package org.acides.hiboo.identity.moving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.acides.hiboo.catalog.api.ProfilePolicy;
import org.acides.hiboo.catalog.api.ServiceDescription;
import org.acides.hiboo.catalog.api.ServiceId;
import org.acides.hiboo.catalog.api.events.ProfilePolicySet;
import org.acides.hiboo.catalog.api.events.ServiceOpened;
import org.acides.hiboo.catalog.api.events.ServiceRegistered;
import org.acides.hiboo.identity.account.Registration;
import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.CommunityId;
import org.acides.hiboo.identity.api.MoveId;
import org.acides.hiboo.identity.api.ProfileId;
import org.acides.hiboo.identity.api.ServiceRef;
import org.acides.hiboo.identity.api.commands.CreateProfile;
import org.acides.hiboo.identity.api.commands.MatchService;
import org.acides.hiboo.identity.api.commands.TrustCommunity;
import org.acides.hiboo.identity.oidc.Subjects;
import org.acides.hiboo.identity.profile.LiveProfile;
import org.acides.hiboo.identity.profile.Profiles;
import org.acides.hiboo.infrastructure.api.Actor;
import org.acides.hiboo.infrastructure.api.Commands;
import org.acides.hiboo.infrastructure.api.Refused;
import org.acides.hiboo.infrastructure.test.Staff;
import org.axonframework.eventhandling.gateway.EventGateway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/** A member leaves one community for another, and both are real. */
class TwoCommunitiesTest {

    private static final Actor ADMIN = Staff.ADMIN;
    private static final URI APPLICATION = URI.create("https://social.example/");

    private static TwoCommunities two;
    private static CommunityId source;
    private static CommunityId target;
    private static ServiceRef serviceThere;
    private static ServiceRef serviceHere;

    @BeforeAll
    static void eachAddsTheOther() {
        two = new TwoCommunities();
        source = trust(two.here, two.there);
        target = trust(two.there, two.here);
        serviceThere = service(two.there, 2);
        serviceHere = service(two.here, 2);
        commands(two.here).send(new MatchService(source, serviceHere, APPLICATION), ADMIN);
    }

    @AfterAll
    static void end() {
        two.close();
    }

    private static Commands commands(ConfigurableApplicationContext one) {
        return one.getBean(Commands.class);
    }

    private static CommunityId trust(ConfigurableApplicationContext who, ConfigurableApplicationContext whom) {
        CommunityId id = CommunityId.random();
        commands(who).send(new TrustCommunity(id, URI.create(TwoCommunities.address(whom) + "/")), ADMIN);
        return id;
    }

    private static ServiceRef service(ConfigurableApplicationContext one, int quota) {
        EventGateway catalogue = one.getBean(EventGateway.class);
        ServiceId id = ServiceId.random();
        var description = new ServiceDescription("Mastodon", "", APPLICATION, "", null, null);
        catalogue.publish(new ServiceRegistered(id, "s" + id.toString().substring(0, 8), description, Instant.EPOCH));
        catalogue.publish(new ProfilePolicySet(id, ProfilePolicy.OPEN, quota, Instant.EPOCH));
        catalogue.publish(new ServiceOpened(id, Instant.EPOCH));
        return new ServiceRef(id.value());
    }

    private static AccountId member(ConfigurableApplicationContext one) {
        String login = name();
        return one.getBean(Registration.class)
                .register(new Registration.Applicant(
                        login, login + "@example.org", "otters hold hands asleep", "en", "1", null));
    }

    private static ProfileId create(AccountId account, String username) {
        ProfileId id = ProfileId.random();
        commands(two.there)
                .send(new CreateProfile(id, serviceThere, account, username), new Actor(id.toString(), "MEMBER"));
        return id;
    }

    private static String name() {
        return "n"
                + UUID.randomUUID()
                        .toString()
                        .replace("-", "")
                        .replace('0', 'g')
                        .replace('1', 'h')
                        .substring(0, 18);
    }

    private record Bag(MoveId id, String code, byte[] file) {}

    private static Bag pack(AccountId account, ProfileId... profiles) {
        MoveId id = MoveId.random();
        String code = commands(two.there)
                .send(new PrepareMove(id, account, target, Set.of(profiles)), new Actor(account.toString(), "MEMBER"));
        return new Bag(
                id,
                code,
                two.there.getBean(StoredMoves.class).fetch(account, id).orElseThrow());
    }

    private static UUID accept(AccountId account, Bag bag) {
        Arrivals arrivals = two.here.getBean(Arrivals.class);
        UUID id = arrivals.handIn(account, bag.file(), bag.code());
        arrivals.want(account, id, OtherCommunity.all(arrivals.find(account, id).orElseThrow()));
        return id;
    }

    private static void bring(UUID id) {
        two.here.getBean(ArrivalRounds.class).carry(id, Instant.now().plus(Duration.ofHours(7)));
    }

    private static List<LiveProfile> at(ConfigurableApplicationContext one, AccountId account) {
        return one.getBean(Profiles.class).of(account);
    }

    private static List<Coming.State> states(UUID id) {
        return two.here.getBean(StoredArrivals.class).find(id).orElseThrow().profiles().stream()
                .map(Coming::state)
                .toList();
    }

    @Test
    void anAccountMovesWithTwoProfilesAndIsKnownByTheSameSubjects() {
        AccountId before = member(two.there);
        String one = name();
        String other = name();
        List<ProfileId> profiles = List.of(create(before, one), create(before, other));
        List<String> known = profiles.stream()
                .map(profile -> two.there.getBean(Subjects.class).of(serviceThere, profile))
                .toList();
        AccountId after = member(two.here);

        Bag bag = pack(before, profiles.get(0), profiles.get(1));
        assertThat(at(two.there, before)).hasSize(2);
        UUID arrival = accept(after, bag);
        bring(arrival);

        assertThat(states(arrival)).containsOnly(Coming.State.ARRIVED);
        assertThat(at(two.here, after).stream().map(LiveProfile::username)).containsExactlyInAnyOrder(one, other);
        assertThat(at(two.here, after).stream()
                        .map(profile -> two.here.getBean(Subjects.class).of(serviceHere, profile.id())))
                .containsExactlyInAnyOrderElementsOf(known);
        assertThat(at(two.there, before)).isEmpty();
    }

    /** Whatever happens first, the profile lives in one place. */
    @Test
    void whatWasCalledOffThereDoesNotComeHere() {
        AccountId before = member(two.there);
        AccountId after = member(two.here);
        Bag bag = pack(before, create(before, name()));
        UUID arrival = accept(after, bag);
        commands(two.there).send(new CallOffMove(bag.id(), before), new Actor(before.toString(), "MEMBER"));
        bring(arrival);
        assertThat(states(arrival)).containsExactly(Coming.State.LOST);
        assertThat(at(two.here, after)).isEmpty();
        assertThat(at(two.there, before)).hasSize(1);
    }

    @Test
    void whatDoesNotFitHereIsNotLetGoOfThere() {
        AccountId before = member(two.there);
        AccountId after = member(two.here);
        for (int i = 0; i < 2; i++) {
            ProfileId id = ProfileId.random();
            commands(two.here)
                    .send(new CreateProfile(id, serviceHere, after, name()), new Actor(id.toString(), "MEMBER"));
        }
        UUID arrival = accept(after, pack(before, create(before, name())));
        bring(arrival);
        assertThat(states(arrival)).containsExactly(Coming.State.STUCK);
        assertThat(at(two.there, before)).hasSize(1);
        assertThat(at(two.here, after)).hasSize(2);
    }

    @Test
    void aBundleForOneCommunityIsOfNoUseInAnother() {
        AccountId before = member(two.there);
        Bag bag = pack(before, create(before, name()));
        assertThatThrownBy(() -> two.there.getBean(Arrivals.class).handIn(before, bag.file(), bag.code()))
                .isInstanceOfSatisfying(
                        Refused.class, no -> assertThat(no.code()).isEqualTo("bundle.stranger"));
    }

    @Test
    void nobodyTrustsThemselvesNorWhoIsNotThereNorTwice() {
        for (var expected : List.of(
                List.of(TwoCommunities.address(two.here), "community.own"),
                List.of(TwoCommunities.address(two.there), "community.known"),
                List.of("http://localhost:1", "community.unreachable"),
                List.of("http://there.example", "community.malformed"),
                List.of("https://there.example/path", "community.malformed")))
            assertThatThrownBy(() -> commands(two.here)
                            .send(new TrustCommunity(CommunityId.random(), URI.create(expected.get(0))), ADMIN))
                    .isInstanceOfSatisfying(
                            Refused.class, no -> assertThat(no.code()).isEqualTo(expected.get(1)));
    }
}
