package org.acides.hiboo.identity.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.acides.hiboo.catalog.api.ProfilePolicy;
import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.ProfileId;
import org.acides.hiboo.identity.api.ServiceRef;
import org.acides.hiboo.identity.api.SessionId;
import org.acides.hiboo.identity.api.commands.ConfirmTransfer;
import org.acides.hiboo.identity.api.commands.OfferProfile;
import org.acides.hiboo.identity.api.commands.WantProfile;
import org.acides.hiboo.identity.api.commands.WithdrawOffer;
import org.acides.hiboo.identity.api.queries.FindMyHistory;
import org.acides.hiboo.identity.api.queries.MyHistoryRow;
import org.acides.hiboo.identity.api.queries.MyProfile.Offer;
import org.acides.hiboo.infrastructure.api.Actor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A profile moves to another account when both want it, and never in any other way. */
class TransfersTest extends PolicyLife {

    @Autowired
    ProfileChoices choices;

    private String offer(AccountId owner, ProfileId id) {
        return commands.send(new OfferProfile(id, owner), itself(id));
    }

    private void want(AccountId receiver, String code) {
        commands.send(new WantProfile(code, receiver), new Actor(receiver.toString(), "MEMBER"));
    }

    private void confirm(AccountId owner, ProfileId id, String password) {
        commands.send(new ConfirmTransfer(id, owner, SessionId.random(), password), itself(id));
    }

    @Test
    void aProfileMovesOnceBothWantIt() {
        ServiceRef service = service(ProfilePolicy.OPEN, 1);
        AccountId giver = register();
        AccountId receiver = register();
        ProfileId id = create(giver, service, "camille");
        LiveProfile before = profiles.find(id).orElseThrow();
        choices.remember(giver, service, id);
        String code = offer(giver, id);
        assertThat(mine(giver).getFirst().offer()).isEqualTo(Offer.OFFERED);
        refused(() -> confirm(giver, id, PASSWORD), "offer.not-wanted");
        want(receiver, code);
        assertThat(mine(giver).getFirst().offer()).isEqualTo(Offer.WANTED);
        assertThat(mine(receiver)).isEmpty();
        refused(() -> confirm(giver, id, "another password"), "password.wrong");
        confirm(giver, id, PASSWORD);
        assertThat(mine(giver)).isEmpty();
        assertThat(profiles.of(receiver, service)).containsExactly(before);
        assertThat(choices.remembered(giver, service)).isEmpty();
        refused(() -> delete(giver, id), "profile.unknown");
        create(giver, service, name());
        refused(() -> create(receiver, service, name()), "profile.quota-reached");
    }

    @Test
    void eachReadsTheirOwnHalfOfItAndNobodyTheOthersPast() {
        ServiceRef service = service(ProfilePolicy.OPEN, 1);
        AccountId giver = register();
        AccountId receiver = register();
        ProfileId id = create(giver, service, "camille");
        want(receiver, offer(giver, id));
        confirm(giver, id, PASSWORD);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() ->
                        assertThat(history(receiver).getFirst().name()).isEqualTo("identity.profile-transferred"));
        assertThat(history(receiver))
                .extracting(MyHistoryRow::name)
                .doesNotContain("identity.profile-created", "identity.profile-given");
        assertThat(history(giver))
                .extracting(MyHistoryRow::name)
                .contains("identity.profile-given")
                .doesNotContain("identity.profile-transferred");
    }

    @Test
    void aCodeIsGoodOnceForADayAndUntilItIsTakenBack() throws Exception {
        ServiceRef service = service(ProfilePolicy.OPEN, 1);
        AccountId giver = register();
        ProfileId id = create(giver, service, name());
        String first = offer(giver, id);
        refused(() -> want(giver, first), "offer.own");
        String second = offer(giver, id);
        refused(() -> want(AccountId.random(), first), "offer.unknown");
        assertThat(race(8, () -> {
                    want(AccountId.random(), second);
                    return null;
                }))
                .containsOnlyOnce("done");
        commands.send(new WithdrawOffer(id, giver), itself(id));
        refused(() -> confirm(giver, id, PASSWORD), "offer.not-wanted");
        String third = offer(giver, id);
        jdbc.sql("UPDATE identity.profile_offer SET expires_at = now() WHERE profile_id = ?")
                .param(id.value())
                .update();
        refused(() -> want(AccountId.random(), third), "offer.unknown");
    }

    @Test
    void theReceiversQuotaIsRespectedAtBothEnds() {
        ServiceRef service = service(ProfilePolicy.OPEN, 1);
        AccountId giver = register();
        AccountId receiver = AccountId.random();
        ProfileId id = create(giver, service, name());
        ProfileId held = create(receiver, service, name());
        String code = offer(giver, id);
        refused(() -> want(receiver, code), "profile.quota-reached");
        delete(receiver, held);
        want(receiver, code);
        create(receiver, service, name());
        refused(() -> confirm(giver, id, PASSWORD), "offer.no-room");
        assertThat(profiles.of(giver, service)).hasSize(1);
    }

    @Test
    void aSuspendedProfileAndOneOfAnotherGoNowhere() {
        AccountId giver = register();
        ProfileId id = create(giver, service(ProfilePolicy.OPEN, 1), name());
        refused(() -> offer(AccountId.random(), id), "profile.unknown");
        String code = offer(giver, id);
        suspend(id);
        refused(() -> want(AccountId.random(), code), "offer.unknown");
        refused(() -> offer(giver, id), "profile.suspended");
        refused(() -> confirm(giver, id, PASSWORD), "profile.suspended");
    }

    @Test
    void noRowNamesEitherAccount() {
        AccountId giver = register();
        AccountId receiver = register();
        ProfileId id = create(giver, service(ProfilePolicy.OPEN, 1), name());
        want(receiver, offer(giver, id));
        String row = jdbc.sql("SELECT o::text FROM identity.profile_offer o WHERE profile_id = ?")
                .param(id.value())
                .query(String.class)
                .single();
        assertThat(row).doesNotContain(giver.toString(), receiver.toString());
    }

    private List<MyHistoryRow> history(AccountId account) {
        return all(new FindMyHistory(account, 0, 200), MyHistoryRow.class);
    }
}
