package org.acides.hiboo.identity.moving;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.acides.hiboo.catalog.api.ProfilePolicy;
import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.CommunityId;
import org.acides.hiboo.identity.api.MoveId;
import org.acides.hiboo.identity.api.ProfileId;
import org.acides.hiboo.identity.api.ServiceRef;
import org.acides.hiboo.identity.api.commands.BlockAccount;
import org.acides.hiboo.identity.api.commands.RestoreProfile;
import org.acides.hiboo.identity.api.commands.SuspendProfile;
import org.acides.hiboo.identity.api.commands.UndoProfileDeletion;
import org.acides.hiboo.identity.oidc.Subjects;
import org.acides.hiboo.identity.ownerlink.Departures;
import org.acides.hiboo.identity.test.Post;
import org.acides.hiboo.infrastructure.api.Actor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a member takes along stays until the other community takes it, and lives in one of the two at any time. */
class LeavingTest extends MovingLife {

    private static final Actor MODERATOR = new Actor("somebody", "MODERATOR");

    @Autowired
    StoredMoves stored;

    @Autowired
    LettingGo lettingGo;

    @Autowired
    SignedByOthers signed;

    @Autowired
    Communities communities;

    @Autowired
    Subjects subjects;

    @Autowired
    Departures departures;

    @Autowired
    Post post;

    private AccountId account;
    private ServiceRef service;
    private ProfileId profile;

    @BeforeEach
    void aMemberHasAProfile() {
        trusted();
        account = register();
        registration.verifyEmail(account);
        service = service(ProfilePolicy.OPEN, 3);
        profile = create(account, service, name());
    }

    private record Prepared(MoveId id, String code) {}

    private Prepared prepare(ProfileId... chosen) {
        MoveId id = MoveId.random();
        String code = commands.send(
                new PrepareMove(id, account, community, Set.of(chosen)), new Actor(account.toString(), "MEMBER"));
        return new Prepared(id, code);
    }

    private static Bundle opened(byte[] file, String code) {
        try {
            JWTClaimsSet claims = SignedJWT.parse(BundleFile.open(file, code)).getJWTClaimsSet();
            return Bundle.of(claims);
        } catch (ParseException e) {
            throw new AssertionError(e);
        }
    }

    private Bundle fetch(Prepared prepared) {
        return opened(stored.fetch(account, prepared.id()).orElseThrow(), prepared.code());
    }

    /** As it comes in at the endpoint. */
    private void take(Prepared prepared, Bundle.Line line) {
        var letter = signed.read(other.receipt(prepared.id().value(), line.ref()), Receipt.TYPE);
        lettingGo.to(letter.from(), Receipt.of(letter.claims()));
    }

    private boolean enters() {
        return profiles.find(profile).isPresent();
    }

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
        var files = new java.util.concurrent.ConcurrentLinkedQueue<byte[]>();
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
    void whatLeftIsDeletedWithinADayAndComesBackNoMore() {
        Prepared prepared = prepare(profile);
        take(prepared, fetch(prepared).profiles().getFirst());
        var when = jdbc.sql("SELECT leaves_after - now() BETWEEN interval '59 minutes' AND interval '24 hours'"
                        + " FROM identity.profile_departure WHERE profile_id = ?")
                .param(profile.value())
                .query(Boolean.class)
                .single();
        assertThat(when).isTrue();
        jdbc.sql("UPDATE identity.profile_departure SET leaves_after = now() WHERE profile_id = ?")
                .param(profile.value())
                .update();
        departures.carryOut();
        assertThat(profiles.held(profile).orElseThrow().state().name()).isEqualTo("DELETED");
        refused(
                () -> commands.send(new UndoProfileDeletion(profile, account), new Actor(profile.toString(), "MEMBER")),
                "profile.moved-away");
    }

    @Test
    void nothingTakesThePlaceOfWhatLeftBeyondTheQuota() {
        ServiceRef one = service(ProfilePolicy.OPEN, 1);
        ProfileId only = create(account, one, name());
        Prepared prepared = prepare(only);
        take(prepared, fetch(prepared).profiles().getFirst());
        create(account, one, name());
        refused(() -> create(account, one, name()), "profile.quota-reached");
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

    @Test
    void theHistoryTellsThatSomebodyAskedAndNeverWhichProfiles() {
        Prepared prepared = prepare(profile);
        take(prepared, fetch(prepared).profiles().getFirst());
        List<String> told = jdbc.sql("SELECT payload::text FROM infrastructure.event"
                        + " WHERE payload::text LIKE ? OR payload::text LIKE ?")
                .params("%" + account + "%", "%" + prepared.id() + "%")
                .query(String.class)
                .list();
        assertThat(told).isNotEmpty().noneMatch(event -> event.contains(profile.toString()));
        String row = jdbc.sql("SELECT to_jsonb(m.*)::text FROM identity.move m WHERE move_id = ?")
                .param(prepared.id().value())
                .query(String.class)
                .single();
        assertThat(row).doesNotContain(account.toString(), profile.toString(), service.toString());
    }
}
