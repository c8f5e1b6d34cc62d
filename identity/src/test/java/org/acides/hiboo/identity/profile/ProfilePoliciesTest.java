package org.acides.hiboo.identity.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.acides.hiboo.catalog.api.ProfilePolicy;
import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.GiftId;
import org.acides.hiboo.identity.api.ProfileId;
import org.acides.hiboo.identity.api.ServiceRef;
import org.acides.hiboo.identity.api.SignedIn;
import org.acides.hiboo.identity.api.commands.ApproveProfile;
import org.acides.hiboo.identity.api.commands.BlockAccount;
import org.acides.hiboo.identity.api.commands.IssueGift;
import org.acides.hiboo.identity.api.commands.RefuseProfile;
import org.acides.hiboo.identity.api.commands.SuspendProfile;
import org.acides.hiboo.identity.api.commands.TakeServiceBack;
import org.acides.hiboo.identity.api.commands.WithdrawGift;
import org.acides.hiboo.identity.api.events.GiftIssued;
import org.acides.hiboo.identity.api.queries.FindGifts;
import org.acides.hiboo.identity.api.queries.FindMyServices;
import org.acides.hiboo.identity.api.queries.FindProfileRequests;
import org.acides.hiboo.identity.api.queries.GiftRow;
import org.acides.hiboo.identity.api.queries.MyProfile;
import org.acides.hiboo.identity.api.queries.MyProfile.Standing;
import org.acides.hiboo.identity.api.queries.ProfileRequestRow;
import org.acides.hiboo.infrastructure.api.Actor;
import org.acides.hiboo.infrastructure.api.Sealed;
import org.acides.hiboo.infrastructure.api.Sealer;
import org.acides.hiboo.infrastructure.secret.Secret;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ProfilePoliciesTest extends PolicyLife {

    @Autowired
    Sealer sealer;

    @Autowired
    Gifts gifts;

    @Test
    void whereProfilesAreManagedOneWaitsForAnAnswerAndThenLives() {
        ServiceRef service = service(ProfilePolicy.MANAGED, 1);
        AccountId account = AccountId.random();
        ProfileId id = request(account, service, "camille");
        assertThat(profiles.of(account, service)).isEmpty();
        assertThat(mine(account)).extracting(MyProfile::standing).containsExactly(Standing.REQUESTED);
        approve(id);
        assertThat(profiles.of(account, service)).extracting(LiveProfile::id).containsExactly(id);
        assertThat(mine(account).getFirst().alias()).contains("@alias.");
    }

    @Test
    void aRequestHoldsItsNameAndItsPlaceInTheQuota() {
        ServiceRef service = service(ProfilePolicy.MANAGED, 1);
        AccountId account = AccountId.random();
        request(account, service, "camille");
        refused(() -> request(AccountId.random(), service, "camille"), "username.taken");
        refused(() -> request(account, service, name()), "profile.quota-reached");
    }

    @Test
    void aRefusalTellsTheReasonAndFreesNameAndPlace() {
        ServiceRef service = service(ProfilePolicy.MANAGED, 1);
        AccountId account = AccountId.random();
        ProfileId id = request(account, service, "camille");
        refuse(id, "Say who you are on the forum first.");
        MyProfile told = mine(account).getFirst();
        assertThat(told.standing()).isEqualTo(Standing.REFUSED);
        assertThat(told.reason()).isEqualTo("Say who you are on the forum first.");
        request(AccountId.random(), service, "camille");
        request(account, service, name());
        withdraw(account, id);
        assertThat(mine(account)).extracting(MyProfile::standing).containsExactly(Standing.REQUESTED);
    }

    @Test
    void aRequestIsAnsweredOnceAndNotAfterItWasTakenBack() {
        ServiceRef service = service(ProfilePolicy.MANAGED, 3);
        AccountId account = AccountId.random();
        ProfileId approved = request(account, service, name());
        approve(approved);
        refused(() -> approve(approved), "profile.not-waiting");
        refused(() -> refuse(approved, "no"), "profile.not-waiting");
        refused(() -> withdraw(account, approved), "profile.not-waiting");
        ProfileId takenBack = request(account, service, name());
        withdraw(account, takenBack);
        refused(() -> approve(takenBack), "profile.not-waiting");
        assertThat(profiles.known(takenBack)).isFalse();
    }

    @Test
    void nothingOfARequestThatWasTakenBackCanBeOpened() {
        AccountId account = AccountId.random();
        ProfileId id = request(account, service(ProfilePolicy.MANAGED, 1), name());
        Sealed<String> sealed = sealer.seal(id.value(), "anything");
        withdraw(account, id);
        assertThat(sealer.open(sealed, String.class)).isEmpty();
    }

    @Test
    void burstGivesTheQuotaAtOnceAndMoreOnApprovalOneAtATime() {
        ServiceRef service = service(ProfilePolicy.BURST, 2);
        AccountId account = AccountId.random();
        refused(() -> request(account, service, name()), "profile.at-once");
        create(account, service, name());
        create(account, service, name());
        refused(() -> create(account, service, name()), "profile.quota-reached");
        ProfileId third = request(account, service, name());
        refused(() -> request(account, service, name()), "profile.request-waiting");
        approve(third);
        assertThat(profiles.of(account, service)).hasSize(3);
        refused(() -> create(account, service, name()), "profile.quota-reached");
        request(account, service, name());
    }

    @Test
    void nobodyAsksWhereNobodyAnswers() {
        for (ProfilePolicy policy : List.of(ProfilePolicy.OPEN, ProfilePolicy.RESERVED, ProfilePolicy.LOCKED))
            refused(() -> request(AccountId.random(), service(policy, 2), name()), "profile.not-on-request");
        refused(() -> request(AccountId.random(), closedService(), name()), "service.not-open");
    }

    @Test
    void aMessageIsNeitherEmptyNorABook() {
        ServiceRef service = service(ProfilePolicy.MANAGED, 1);
        for (String message : List.of("", "  \n ", "x".repeat(1001)))
            refused(() -> request(AccountId.random(), service, name(), message), "request.message-malformed");
        request(AccountId.random(), service, name(), "🦉".repeat(1000));
    }

    @Test
    void lockedMakesNoneAndThoseThatAreThereEnter() {
        ServiceRef service = service(ProfilePolicy.MANAGED, 3);
        AccountId account = AccountId.random();
        ProfileId there = request(account, service, name());
        approve(there);
        ProfileId waiting = request(account, service, name());
        String gift = gift(service);
        policy(service, ProfilePolicy.LOCKED, 3);
        refused(() -> approve(waiting), "profile.locked");
        refused(() -> accept(account, service, name(), gift), "profile.locked");
        refused(() -> commands.send(new IssueGift(service, Duration.ofDays(1)), ADMIN), "profile.locked");
        assertThat(profiles.of(account, service)).extracting(LiveProfile::id).containsExactly(there);
    }

    @Test
    void aGiftMakesOneProfileWithinTheQuotaAndTellsNobodyWhose() throws Exception {
        ServiceRef service = service(ProfilePolicy.RESERVED, 1);
        AccountId account = AccountId.random();
        refused(() -> accept(account, service, name(), "x".repeat(43)), "gift.unknown");
        String secret = gift(service);
        assertThat(race(10, () -> accept(AccountId.random(), service, name(), secret)))
                .containsOnly("done", "gift.unknown")
                .containsOnlyOnce("done");
        accept(account, service, name(), gift(service));
        String unused = gift(service);
        refused(() -> accept(account, service, name(), unused), "profile.quota-reached");
        accept(AccountId.random(), service, name(), unused);
        assertThat(giftsOf(service)).hasSize(3).allMatch(GiftRow::used);
        assertThat(jdbc.sql("SELECT count(*) FROM identity.profile_gift_secret s WHERE s::text LIKE ?")
                        .param("%" + account + "%")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void aGiftThatIsOverWithdrawnOrOfAnotherServiceGivesNothing() {
        ServiceRef service = service(ProfilePolicy.RESERVED, 5);
        String withdrawn = gift(service);
        commands.send(new WithdrawGift(giftsOf(service).getFirst().giftId()), ADMIN);
        refused(() -> accept(AccountId.random(), service, name(), withdrawn), "gift.unknown");
        String over = Secret.fresh();
        GiftId old = GiftId.random();
        catalogue.publish(new GiftIssued(old, service, Instant.EPOCH, Instant.EPOCH));
        gifts.keep(old, over);
        refused(() -> accept(AccountId.random(), service, name(), over), "gift.unknown");
        String elsewhere = gift(service(ProfilePolicy.RESERVED, 5));
        refused(() -> accept(AccountId.random(), service, name(), elsewhere), "gift.unknown");
        refused(() -> commands.send(new IssueGift(service, Duration.ofDays(91)), ADMIN), "gift.valid-for");
    }

    @Test
    void onlyWhoAnswersForAServiceDecidesThere() {
        ServiceRef service = service(ProfilePolicy.MANAGED, 5);
        AccountId manager = register();
        Actor acting = manager(manager);
        ProfileId id = request(AccountId.random(), service, name());
        refused(() -> commands.send(new ApproveProfile(id), acting), "service.not-managed");
        entrust(manager, service(ProfilePolicy.MANAGED, 1));
        refused(() -> commands.send(new RefuseProfile(id, "no"), acting), "service.not-managed");
        refused(() -> commands.send(new SuspendProfile(id, "no"), acting), "service.not-managed");
        refused(() -> commands.send(new IssueGift(service, Duration.ofDays(1)), acting), "service.not-managed");
        refused(
                () -> commands.send(new ApproveProfile(id), new Actor(manager.toString(), "MEMBER")),
                "service.not-managed");
        entrust(manager, service);
        commands.send(new ApproveProfile(id), acting);
        ProfileId next = request(AccountId.random(), service, name());
        commands.send(new TakeServiceBack(manager, service), ADMIN);
        refused(() -> commands.send(new ApproveProfile(next), acting), "service.not-managed");
        entrust(manager, service);
        commands.send(new BlockAccount(manager, "away"), ADMIN);
        refused(() -> commands.send(new ApproveProfile(next), acting), "service.not-managed");
    }

    @Test
    void aManagerSeesNamesAndMessagesOfTheirServicesAlone() {
        ServiceRef service = service(ProfilePolicy.MANAGED, 1);
        AccountId manager = register();
        entrust(manager, service);
        AccountId asking = AccountId.random();
        ProfileId id = request(asking, service, "camille", "For the choir's files.");
        request(AccountId.random(), service(ProfilePolicy.MANAGED, 1), name());
        List<ProfileRequestRow> seen = all(new FindProfileRequests(manager), ProfileRequestRow.class);
        assertThat(seen).singleElement().satisfies(row -> {
            assertThat(row.profileId()).isEqualTo(id);
            assertThat(row.username()).isEqualTo("camille");
            assertThat(row.message()).isEqualTo("For the choir's files.");
            assertThat(row.toString()).doesNotContain(asking.toString());
        });
        assertThat(all(new FindProfileRequests(null), ProfileRequestRow.class)).hasSizeGreaterThan(1);
        assertThat(all(new FindMyServices(manager), ServiceRef.class)).containsExactly(service);
    }

    @Test
    void ofManyWhoAskAtOnceForOneAccountAsManyWaitAsTheQuotaSays() throws Exception {
        ServiceRef service = service(ProfilePolicy.MANAGED, 3);
        AccountId account = AccountId.random();
        assertThat(race(10, () -> request(account, service, name())).stream().filter("done"::equals))
                .hasSize(3);
        ServiceRef burst = service(ProfilePolicy.BURST, 1);
        create(account, burst, name());
        assertThat(race(10, () -> request(account, burst, name())).stream().filter("done"::equals))
                .hasSize(1);
    }

    private List<GiftRow> giftsOf(ServiceRef service) {
        return all(new FindGifts(service), GiftRow.class);
    }

    private static Actor manager(AccountId account) {
        return new Actor(account.toString(), SignedIn.SERVICE_MANAGER);
    }
}
