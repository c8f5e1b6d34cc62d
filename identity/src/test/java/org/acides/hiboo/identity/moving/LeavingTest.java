package org.acides.hiboo.identity.moving;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.CommunityId;
import org.acides.hiboo.identity.api.ProfileId;
import org.acides.hiboo.identity.api.commands.BlockAccount;
import org.acides.hiboo.identity.api.commands.RestoreProfile;
import org.acides.hiboo.identity.api.commands.SuspendProfile;
import org.acides.hiboo.identity.oidc.Subjects;
import org.acides.hiboo.identity.test.Post;
import org.acides.hiboo.infrastructure.api.Actor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a member takes along stays until the other community takes it, and lives in one of the two at any time. */
class LeavingTest extends LeavingLife {

    private static final Actor MODERATOR = new Actor("somebody", "MODERATOR");

    @Autowired
    Subjects subjects;

    @Autowired
    Communities communities;

    @Autowired
    Post post;

    @Test
    void theBundleHoldsWhatTheServiceKnowsAndNothingElseOfTheAccount() {
        ProfileId kept = create(account, service, name());
        Prepared prepared = prepare(profile);
        Bundle bundle = fetch(prepared);
        assertThat(bundle.profiles()).hasSize(1);
        Bundle.Line line = bundle.profiles().getFirst();
        assertThat(line.subject()).isEqualTo(subjects.of(service, profile));
        assertThat(line.username())
                .isEqualTo(profiles.find(profile).orElseThrow().username());
        assertThat(line.service()).isEqualTo("https://social.example/");
        assertThat(bundle.claims().toString())
                .doesNotContain(
                        account.toString(),
                        profile.toString(),
                        kept.toString(),
                        accounts.find(account).orElseThrow().email());
        assertThat(post.to(accounts.find(account).orElseThrow().email())
                        .getLast()
                        .text())
                .contains(other.address.getAuthority(), "/leaving");
    }

    @Test
    void theFileIsThereOnceAndForItsMemberAlone() throws Exception {
        Prepared prepared = prepare(profile);
        assertThat(stored.fetch(register(), prepared.id())).isEmpty();
        var files = new ConcurrentLinkedQueue<byte[]>();
        race(2, () -> {
            stored.fetch(account, prepared.id()).ifPresent(files::add);
            return null;
        });
        assertThat(files).hasSize(1);
        assertThat(stored.fetch(account, prepared.id())).isEmpty();
    }

    @Test
    void untilTheOtherCommunityTakesItItEntersAndFromThenOnItDoesNot() {
        Prepared prepared = prepare(profile);
        Bundle.Line line = fetch(prepared).profiles().getFirst();
        assertThat(enters()).isTrue();
        take(prepared, line);
        assertThat(enters()).isFalse();
        take(prepared, line);
        assertThat(stored.of(account).getFirst().departing().gone()).isEqualTo(1);
    }

    @Test
    void whatWasCalledOffStaysUnlessItLeftBefore() {
        ProfileId second = create(account, service, name());
        Prepared prepared = prepare(profile, second);
        List<Bundle.Line> lines = fetch(prepared).profiles();
        take(prepared, lines.getFirst());
        commands.send(new CallOffMove(prepared.id(), account), new Actor(account.toString(), "MEMBER"));
        take(prepared, lines.getFirst());
        refused(() -> take(prepared, lines.get(1)), "leaving.called-off");
        assertThat(profiles.of(account)).hasSize(1);
    }

    @Test
    void nobodyCallsOffAnothersMove() {
        Prepared prepared = prepare(profile);
        AccountId stranger = register();
        commands.send(new CallOffMove(prepared.id(), stranger), new Actor(stranger.toString(), "MEMBER"));
        take(prepared, fetch(prepared).profiles().getFirst());
        assertThat(enters()).isFalse();
    }

    @Test
    void aReceiptOfAnotherCommunityOrForAnotherBundleTakesNothing() {
        Prepared prepared = prepare(profile);
        Bundle.Line line = fetch(prepared).profiles().getFirst();
        Community stranger = new Community(CommunityId.random(), other.address, false);
        Receipt receipt = new Receipt(prepared.id().value(), line.ref());
        refused(() -> lettingGo.to(stranger, receipt), "leaving.unknown");
        Community known = communities.find(community).orElseThrow();
        refused(() -> lettingGo.to(known, new Receipt(UUID.randomUUID(), line.ref())), "leaving.unknown");
        refused(() -> lettingGo.to(known, new Receipt(prepared.id().value(), "another")), "leaving.unknown");
        refused(
                () -> signed.read(new OtherCommunity().receipt(prepared.id().value(), line.ref()), Receipt.TYPE),
                "bundle.stranger");
        assertThat(enters()).isTrue();
    }

    @Test
    void movingIsNoWayOutOfASuspensionOrABlock() {
        Prepared prepared = prepare(profile);
        Bundle.Line line = fetch(prepared).profiles().getFirst();
        commands.send(new SuspendProfile(profile, "spam"), MODERATOR);
        refused(() -> take(prepared, line), "leaving.not-there");
        refused(() -> prepare(profile), "leaving.nothing");
        commands.send(new RestoreProfile(profile), MODERATOR);
        commands.send(new BlockAccount(account, "spam"), ADMIN);
        refused(() -> take(prepared, line), "leaving.not-there");
    }

    @Test
    void whatWasGivenAwayOrDeletedMeanwhileIsNotTaken() {
        Prepared prepared = prepare(profile);
        Bundle.Line line = fetch(prepared).profiles().getFirst();
        delete(account, profile);
        refused(() -> take(prepared, line), "leaving.not-there");
    }

    @Test
    void nobodyTakesAnothersProfileAlong() {
        ProfileId another = create(register(), service, name());
        refused(() -> prepare(another), "leaving.nothing");
    }
}
