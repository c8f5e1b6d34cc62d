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
import org.acides.hiboo.identity.api.commands.CloseProfileImport;
import org.acides.hiboo.identity.api.commands.DecideContest;
import org.acides.hiboo.identity.api.commands.EntrustService;
import org.acides.hiboo.identity.migration.password.OldPasswords;
import org.acides.hiboo.identity.profile.ContestClaim;
import org.acides.hiboo.infrastructure.api.Actor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who may contest and decide what, for how long and how often; and that nobody is named. */
class ContestGuardsTest extends ContestLife {

    @Autowired
    OldPasswords old;

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

    private String verifier() {
        return jdbc.sql("SELECT verifier FROM identity.claim_proof WHERE profile_id = ?")
                .param(profile.value())
                .query(String.class)
                .single();
    }
}
