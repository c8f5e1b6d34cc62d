package org.acides.hiboo.identity.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.acides.hiboo.catalog.api.ProfilePolicy;
import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.ContestOutcome;
import org.acides.hiboo.identity.api.ImportId;
import org.acides.hiboo.identity.api.ProfileId;
import org.acides.hiboo.identity.api.ServiceRef;
import org.acides.hiboo.identity.api.SessionId;
import org.acides.hiboo.identity.api.commands.AnswerContest;
import org.acides.hiboo.identity.api.commands.CloseProfileImport;
import org.acides.hiboo.identity.api.commands.DecideContest;
import org.acides.hiboo.identity.api.commands.DeleteProfile;
import org.acides.hiboo.identity.api.commands.EntrustService;
import org.acides.hiboo.identity.api.commands.EscapeProfile;
import org.acides.hiboo.identity.api.commands.OfferProfile;
import org.acides.hiboo.identity.api.commands.SilenceAlias;
import org.acides.hiboo.identity.api.queries.ContestRow;
import org.acides.hiboo.identity.api.queries.FindContests;
import org.acides.hiboo.identity.api.queries.FindMyContests;
import org.acides.hiboo.identity.api.queries.MyContest;
import org.acides.hiboo.identity.migration.password.OldPasswords;
import org.acides.hiboo.identity.profile.ContestClaim;
import org.acides.hiboo.infrastructure.api.Actor;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryGateway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Two prove one old account: it freezes, and a manager who knows neither decides. */
class ContestsTest extends MigrationLife {

    @Autowired
    Claims claims;

    @Autowired
    OldPasswords old;

    @Autowired
    QueryGateway queries;

    private ServiceRef service;
    private String handle;
    private AccountId first;
    private AccountId second;
    private ProfileId profile;

    @BeforeEach
    void somebodyClaimed() {
        service = service(ProfilePolicy.OPEN, 1);
        handle = name();
        imported(service, handle);
        first = member();
        second = member();
        profile = claims.byPassword(first, service, handle, OLD_PASSWORD);
    }

    @Test
    void onlyWhoProvesItLearnsThatItWasClaimedAndNothingFreezesWithoutTheirWord() {
        no(() -> claims.byPassword(second, service, handle, "another", "It is mine."), "claim.wrong");
        no(() -> claims.byPassword(second, service, handle, OLD_PASSWORD), "claim.claimed");
        no(() -> claims.byPassword(first, service, handle, OLD_PASSWORD, "It is mine."), "claim.own");
        no(() -> contest(second, " "), "contest.statement-malformed");
        no(() -> contest(second, "x".repeat(1001)), "contest.statement-malformed");
        assertThat(profiles.find(profile)).isPresent();
        assertThat(mine(second)).isEmpty();
    }

    @Test
    void aContestFreezesTheProfileAtOnceAndItsOwnerCanOnlyAnswer() {
        contest(second, "I wrote there for years.");
        assertThat(profiles.find(profile)).isEmpty();
        no(() -> commands.send(new DeleteProfile(profile, first), itself()), "profile.contested");
        no(() -> commands.send(new SilenceAlias(profile, first), itself()), "profile.contested");
        no(() -> commands.send(new OfferProfile(profile, first), itself()), "profile.contested");
        no(
                () -> commands.send(
                        new EscapeProfile(profile, ProfileId.random(), first, name(), SessionId.random(), PASSWORD),
                        itself()),
                "profile.contested");
        no(() -> commands.send(new AnswerContest(profile, second, "No."), itself()), "profile.unknown");
        commands.send(new AnswerContest(profile, first, "First."), itself());
        commands.send(new AnswerContest(profile, first, "My first post is of 2017."), itself());
        assertThat(waiting()).singleElement().satisfies(row -> {
            assertThat(row.username()).isEqualTo(handle);
            assertThat(row.contesterSays()).isEqualTo("I wrote there for years.");
            assertThat(row.claimantSays()).isEqualTo("My first post is of 2017.");
            assertThat(row.claimedByEmail()).isFalse();
        });
        assertThat(mine(first)).singleElement().satisfies(part -> {
            assertThat(part.claimedByMe()).isTrue();
            assertThat(part.said()).isEqualTo("My first post is of 2017.");
            assertThat(part.outcome()).isNull();
        });
        assertThat(mine(second)).singleElement().matches(part -> !part.claimedByMe());
        no(() -> contest(member(), "Mine!"), "claim.contested");
    }

    @Test
    void whatStaysIsFreeAgainAndNobodyContestsItAnyMore() {
        contest(second, "Mine.");
        decide(ContestOutcome.STAYS);
        assertThat(profiles.of(first, service)).hasSize(1);
        for (AccountId one : List.of(first, second))
            assertThat(mine(one)).singleElement().satisfies(part -> {
                assertThat(part.outcome()).isEqualTo(ContestOutcome.STAYS);
                assertThat(part.reason()).isEqualTo("So be it.");
            });
        no(() -> contest(second, "Mine still."), "claim.wrong");
        no(() -> decide(ContestOutcome.MOVES), "contest.unknown");
    }

    @Test
    void whatMovesIsTheOthersWithNameAndAliasAlsoWhenItWasDeleted() {
        String alias = profiles.find(profile).orElseThrow().alias();
        commands.send(new DeleteProfile(profile, first), itself());
        contest(second, "Mine.");
        decide(ContestOutcome.MOVES);
        assertThat(profiles.of(first, service)).isEmpty();
        assertThat(profiles.held(first, service)).isEmpty();
        assertThat(profiles.of(second, service)).singleElement().satisfies(moved -> {
            assertThat(moved.id()).isEqualTo(profile);
            assertThat(moved.username()).isEqualTo(handle);
            assertThat(moved.alias()).isEqualTo(alias);
        });
        create(first, service, name());
        no(() -> create(second, service, name()), "profile.quota-reached");
    }

    @Test
    void whatIsLockedIsNobodysForEver() {
        contest(second, "Mine.");
        decide(ContestOutcome.LOCKED);
        for (AccountId one : List.of(first, second)) {
            assertThat(profiles.held(one, service)).isEmpty();
            no(() -> claims.byPassword(one, service, handle, OLD_PASSWORD, "Mine."), "claim.wrong");
        }
        assertThat(profiles.find(profile)).isEmpty();
        no(() -> create(member(), service, handle), "username.taken");
        create(first, service, name());
    }

    @Test
    void itDoesNotMoveToWhoHasNoRoomAndTheManagerLearnsNoMore() {
        contest(second, "Mine.");
        create(second, service, name());
        no(() -> decide(ContestOutcome.MOVES), "contest.cannot-move");
        assertThat(profiles.held(first, service)).hasSize(1);
        no(() -> claims.byPassword(whoHasOneThere(), service, handle, OLD_PASSWORD, "Mine."), "claim.contested");
    }

    private AccountId whoHasOneThere() {
        AccountId account = member();
        create(account, service, name());
        return account;
    }

    @Test
    void whoHasNoRoomDoesNotContest() {
        AccountId full = whoHasOneThere();
        no(() -> contest(full, "Mine."), "profile.quota-reached");
        assertThat(profiles.find(profile)).isPresent();
    }

    @Test
    void managersOfTheServiceDecideAndNeverInTheirOwnCause() {
        AccountId manager = member();
        commands.send(new EntrustService(manager, service), ADMIN);
        commands.send(new EntrustService(second, service), ADMIN);
        contest(second, "Mine.");
        DecideContest decision = new DecideContest(profile, ContestOutcome.MOVES, "So be it.");
        no(() -> commands.send(decision, new Actor(first.toString(), "SERVICE_MANAGER")), "service.not-managed");
        no(() -> commands.send(decision, new Actor(second.toString(), "SERVICE_MANAGER")), "contest.own");
        no(() -> commands.send(decision, new Actor(first.toString(), "ADMIN")), "contest.own");
        commands.send(decision, new Actor(manager.toString(), "SERVICE_MANAGER"));
        assertThat(profiles.of(second, service)).hasSize(1);
    }

    @Test
    void theAddressOfTheListContestsAClaimByPassword() throws Exception {
        AccountId owner = member();
        String email = accounts.find(owner).orElseThrow().email();
        String digest = HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(email.getBytes(StandardCharsets.UTF_8)));
        String other = name();
        ImportId list = read(service, "handle,hash,email_hash\n" + other + "," + HASH + "," + digest + "\n");
        start(list);
        reserveAll(list);
        ProfileId taken = claims.byPassword(second, service, other, OLD_PASSWORD);
        no(() -> claims.byEmail(member(), service, other, "Mine."), "claim.wrong");
        no(() -> claims.byEmail(owner, service, other, null), "claim.claimed");
        claims.byEmail(owner, service, other, "Mine.");
        assertThat(waiting()).singleElement().satisfies(row -> {
            assertThat(row.profileId()).isEqualTo(taken);
            assertThat(row.claimedByEmail()).isFalse();
            assertThat(row.contestedByEmail()).isTrue();
        });
    }

    /** The old hash went with the claim, and nothing that is kept in its place opens without the keyring. */
    @Test
    void whatIsKeptToRecogniseASecondProofIsNotTheOldHashAndGoesInTime() {
        assertThat(verifier()).startsWith("$argon2id$").isNotEqualTo(HASH);
        assertThat(old.matches(verifier(), "", OLD_PASSWORD)).isFalse();
        assertThat(old.matches(HASH, "", OLD_PASSWORD)).isTrue();
        jdbc.sql("UPDATE identity.claim_proof SET expires_at = now() WHERE profile_id = ?")
                .param(profile.value())
                .update();
        no(() -> contest(second, "Mine."), "claim.wrong");
    }

    @Test
    void itIsContestedAlsoAfterTheListWasClosed() {
        ServiceRef other = service(ProfilePolicy.OPEN, 1);
        String name = name();
        ImportId list = imported(other, name);
        claims.byPassword(first, other, name, OLD_PASSWORD);
        commands.send(new CloseProfileImport(list), ADMIN);
        no(() -> claims.byPassword(second, other, name, OLD_PASSWORD), "claim.claimed");
    }

    @Test
    void ofTwoWhoContestItAtOnceOneDoes() throws Exception {
        List<AccountId> all = List.of(member(), member(), member());
        AtomicInteger next = new AtomicInteger();
        assertThat(race(3, () -> contest(all.get(next.getAndIncrement()), "Mine.")))
                .containsExactlyInAnyOrder("done", "claim.contested", "claim.contested");
    }

    @Test
    void nobodyFreezesAWholeServiceWithAStolenList() {
        ServiceRef large = service(ProfilePolicy.OPEN, 5);
        String[] names = {name(), name(), name(), name()};
        imported(large, names);
        for (String one : names) claims.byPassword(first, large, one, OLD_PASSWORD);
        for (int i = 0; i < 3; i++) claims.byPassword(second, large, names[i], OLD_PASSWORD, "Mine.");
        no(() -> claims.byPassword(second, large, names[3], OLD_PASSWORD, "Mine."), "contest.too-many");
    }

    @Test
    void noRowOrEventNamesEitherAccount() {
        contest(second, "Mine.");
        decide(ContestOutcome.MOVES);
        List<String> told = jdbc.sql("SELECT name || metadata::text || payload::text FROM infrastructure.event"
                        + " WHERE aggregate = ? UNION ALL SELECT c::text FROM identity.claim_contest c WHERE profile_id"
                        + " = ? UNION ALL SELECT p::text FROM identity.contest_party p WHERE profile_id = ?")
                .params(profile.toString(), profile.value(), profile.value())
                .query(String.class)
                .list();
        assertThat(told)
                .hasSizeGreaterThan(7)
                .allSatisfy(
                        row -> assertThat(row).doesNotContain(first.toString(), second.toString(), handle, "Mine."));
        assertThatThrownBy(() -> commands.send(
                        new ContestClaim(profile, service, second, false, "Mine."),
                        new Actor(second.toString(), "MEMBER")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private ProfileId contest(AccountId account, String statement) {
        return claims.byPassword(account, service, handle, OLD_PASSWORD, statement);
    }

    private void decide(ContestOutcome outcome) {
        commands.send(new DecideContest(profile, outcome, "So be it."), ADMIN);
    }

    private String verifier() {
        return jdbc.sql("SELECT verifier FROM identity.claim_proof WHERE profile_id = ?")
                .param(profile.value())
                .query(String.class)
                .single();
    }

    private List<ContestRow> waiting() {
        return queries
                .query(new FindContests(null), ResponseTypes.multipleInstancesOf(ContestRow.class))
                .join()
                .stream()
                .filter(row -> row.service().equals(service))
                .toList();
    }

    private List<MyContest> mine(AccountId account) {
        return queries.query(new FindMyContests(account), ResponseTypes.multipleInstancesOf(MyContest.class))
                .join();
    }

    private Actor itself() {
        return new Actor(profile.toString(), "MEMBER");
    }

    private static void no(ThrowingCallable asked, String code) {
        refused(asked, code);
    }
}
