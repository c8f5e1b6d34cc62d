package org.acides.hiboo.identity.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.acides.hiboo.catalog.api.ProfilePolicy;
import org.acides.hiboo.catalog.api.UsernameRules;
import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.ProfileId;
import org.acides.hiboo.identity.api.ServiceRef;
import org.acides.hiboo.identity.api.SessionId;
import org.acides.hiboo.identity.api.SignedIn;
import org.acides.hiboo.identity.api.commands.ForgetProfileChoice;
import org.acides.hiboo.identity.api.queries.FindMyProfiles;
import org.acides.hiboo.identity.api.queries.MyProfile;
import org.acides.hiboo.infrastructure.api.Actor;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryGateway;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ProfilesTest extends ProfileLife {

    @Autowired
    OwnerLinksSeen seen;

    @Autowired
    ProfileChoices choices;

    @Autowired
    PickedProfile picked;

    @Autowired
    QueryGateway queries;

    @Test
    void aProfileIsCreatedAtOnceWhereTheServiceIsOpen() {
        ServiceRef service = service(ProfilePolicy.OPEN, 2);
        AccountId account = AccountId.random();
        ProfileId id = create(account, service, name());
        LiveProfile profile = profiles.find(id).orElseThrow();
        assertThat(profile.service()).isEqualTo(service);
        assertThat(profile.alias()).matches("[a-z2-7]{20}@alias\\.localhost");
        assertThat(profiles.of(account, service)).containsExactly(profile);
        assertThat(profiles.of(AccountId.random(), service)).isEmpty();
    }

    @Test
    void onlyOpenServicesOfOpenPolicyTakeProfilesAtOnce() {
        refused(() -> create(AccountId.random(), ServiceRef.random(), name()), "service.unknown");
        refused(() -> create(AccountId.random(), closedService(), name()), "service.not-open");
        create(AccountId.random(), service(ProfilePolicy.BURST, 1), name());
        for (ProfilePolicy policy : List.of(ProfilePolicy.MANAGED, ProfilePolicy.RESERVED, ProfilePolicy.LOCKED))
            refused(() -> create(AccountId.random(), service(policy, 1), name()), "profile.by-approval-only");
    }

    @Test
    void aProfileIsRefusedBeyondTheQuota() {
        ServiceRef service = service(ProfilePolicy.OPEN, 2);
        AccountId account = AccountId.random();
        create(account, service, name());
        ProfileId second = create(account, service, name());
        refused(() -> create(account, service, name()), "profile.quota-reached");
        delete(account, second);
        create(account, service, name());
    }

    @Test
    void aLoweredQuotaTakesNobodysProfileAndLetsNoneBeMade() {
        ServiceRef service = service(ProfilePolicy.OPEN, 20);
        AccountId account = AccountId.random();
        List<ProfileId> made = new ArrayList<>();
        for (int i = 0; i < 5; i++) made.add(create(account, service, name()));
        quota(service, 3);
        assertThat(profiles.of(account, service)).hasSize(5);
        delete(account, made.get(0));
        delete(account, made.get(1));
        refused(() -> create(account, service, name()), "profile.quota-reached");
        delete(account, made.get(4));
        create(account, service, name());
        assertThat(profiles.of(account)).hasSize(3);
    }

    @Test
    void aQuotaRacedFromTenThreadsIsNeverExceeded() throws Exception {
        ServiceRef service = service(ProfilePolicy.OPEN, 3);
        AccountId account = AccountId.random();
        List<String> outcomes = race(10, () -> create(account, service, name()));
        assertThat(outcomes.stream().filter("done"::equals)).hasSize(3);
        assertThat(outcomes.stream().filter("profile.quota-reached"::equals)).hasSize(7);
        assertThat(profiles.of(account, service)).hasSize(3);
    }

    @Test
    void ofMembersWhoRaceForOneUsernameOneWinsAndTheOthersAreTold() throws Exception {
        ServiceRef service = service(ProfilePolicy.OPEN, 1);
        String name = name();
        List<String> outcomes = race(8, () -> create(AccountId.random(), service, name));
        assertThat(outcomes.stream().filter("done"::equals)).hasSize(1);
        assertThat(outcomes.stream().filter("username.taken"::equals)).hasSize(7);
    }

    @Test
    void aRefusedCreationLeavesNothingBehind() {
        ServiceRef service = service(ProfilePolicy.OPEN, 1);
        AccountId account = AccountId.random();
        String name = name();
        create(AccountId.random(), service, name);
        long before = seen.events();
        refused(() -> create(account, service, name), "username.taken");
        assertThat(seen.events()).isEqualTo(before);
        create(account, service, name());
    }

    @Test
    void aLookAlikeOfATakenNameIsRefused() {
        ServiceRef service = service(ProfilePolicy.OPEN, 1);
        create(AccountId.random(), service, "modem_1ine");
        refused(() -> create(AccountId.random(), service, "modern_line"), "username.confusable");
    }

    @Test
    void aNameIsFreeOnEveryOtherService() {
        String name = name();
        create(AccountId.random(), service(ProfilePolicy.OPEN, 1), name);
        create(AccountId.random(), service(ProfilePolicy.OPEN, 1), name);
    }

    @Test
    void aNameStaysTakenWhenItsProfileIsDeletedOrRenamed() {
        ServiceRef service = service(ProfilePolicy.OPEN, 2);
        rules(service, new UsernameRules("[a-z0-9_]+", 3, 30, List.of(), true));
        AccountId account = AccountId.random();
        String first = name();
        String second = name();
        ProfileId id = create(account, service, first);
        rename(account, id, second);
        assertThat(profiles.find(id).orElseThrow().username()).isEqualTo(second);
        refused(() -> create(AccountId.random(), service, first), "username.taken");
        rename(account, id, first);
        delete(account, id);
        assertThat(profiles.find(id)).isEmpty();
        refused(() -> create(account, service, first), "username.taken");
        refused(() -> create(account, service, second), "username.taken");
    }

    @Test
    void aNameChangesOnlyWhereTheServiceAllows() {
        AccountId account = AccountId.random();
        ProfileId id = create(account, service(ProfilePolicy.OPEN, 1), name());
        refused(() -> rename(account, id, name()), "profile.not-renamable");
    }

    @Test
    void nobodyTouchesAnothersProfile() {
        AccountId account = AccountId.random();
        ProfileId id = create(account, service(ProfilePolicy.OPEN, 1), name());
        AccountId stranger = AccountId.random();
        refused(() -> rename(stranger, id, name()), "profile.unknown");
        refused(() -> delete(stranger, id), "profile.unknown");
        refused(() -> delete(stranger, ProfileId.random()), "profile.unknown");
        assertThat(profiles.find(id)).isPresent();
    }

    @Test
    void askingTwiceForOneProfileMakesOne() throws Exception {
        ServiceRef service = service(ProfilePolicy.OPEN, 5);
        AccountId account = AccountId.random();
        ProfileId id = ProfileId.random();
        String name = name();
        assertThat(race(4, () -> create(account, service, id, name))).containsOnly("done");
        assertThat(profiles.of(account, service)).hasSize(1);
        refused(() -> create(AccountId.random(), service, id, name), "profile.unknown");
    }

    @Test
    void anAccountNeverActsUnderItsOwnNameInAProfile() {
        AccountId account = AccountId.random();
        ServiceRef service = service(ProfilePolicy.OPEN, 1);
        assertThatThrownBy(() -> commands.send(
                        new org.acides.hiboo.identity.api.commands.CreateProfile(
                                ProfileId.random(), service, account, name()),
                        new Actor(account.toString(), "MEMBER")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aChoiceIsRememberedUntilForgottenOrItsProfileIsGone() throws Exception {
        ServiceRef service = service(ProfilePolicy.OPEN, 2);
        AccountId account = AccountId.random();
        ProfileId first = create(account, service, name());
        ProfileId second = create(account, service, name());
        assertThat(choices.remembered(account, service)).isEmpty();
        choices.remember(account, service, first);
        choices.remember(account, service, second);
        assertThat(choices.remembered(account, service)).contains(second);
        assertThat(mine(account))
                .filteredOn(MyProfile::remembered)
                .extracting(MyProfile::profileId)
                .containsExactly(second);
        commands.send(new ForgetProfileChoice(account, service), new Actor(account.toString(), "MEMBER"));
        assertThat(choices.remembered(account, service)).isEmpty();
        choices.remember(account, service, second);
        delete(account, second);
        assertThat(choices.remembered(account, service)).isEmpty();
        choices.remember(account, service, second);
        assertThat(choices.remembered(account, service)).isEmpty();
    }

    private List<MyProfile> mine(AccountId account) throws Exception {
        return queries.query(new FindMyProfiles(account), ResponseTypes.multipleInstancesOf(MyProfile.class))
                .get();
    }

    @Test
    void whatWasPickedHoldsForOneSessionAndServiceAndWhileTheProfileLives() {
        ServiceRef service = service(ProfilePolicy.OPEN, 2);
        SignedIn who = signedIn(AccountId.random());
        ProfileId id = create(who.account(), service, name());
        String token = picked.sign(who, service, id);
        assertThat(picked.verify(token, who, service)).contains(id);
        assertThat(picked.verify(token, signedIn(who.account()), service)).isEmpty();
        assertThat(picked.verify(token, who, ServiceRef.random())).isEmpty();
        for (String other : List.of("", "x", token.substring(1), "A" + token.substring(1), "é".repeat(75)))
            assertThat(picked.verify(other, who, service)).isEmpty();
        delete(who.account(), id);
        assertThat(picked.verify(token, who, service)).isEmpty();
    }

    private static SignedIn signedIn(AccountId account) {
        return new SignedIn(account, SessionId.random(), java.util.Set.of(), java.time.Instant.EPOCH, List.of("pwd"));
    }
}
