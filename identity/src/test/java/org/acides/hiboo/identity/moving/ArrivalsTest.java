package org.acides.hiboo.identity.moving;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.acides.hiboo.catalog.api.UsernameRules;
import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.ServiceRef;
import org.acides.hiboo.identity.oidc.Subjects;
import org.acides.hiboo.identity.profile.LiveProfile;
import org.acides.hiboo.identity.test.Post;
import org.acides.hiboo.infrastructure.scheduling.Recurring;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What comes of a bundle, line by line. */
class ArrivalsTest extends MovingLife {

    @Autowired
    Subjects subjects;

    @Autowired
    Post post;

    @Autowired
    List<Recurring> recurring;

    private AccountId account;
    private Matched matched;

    @BeforeEach
    void aCommunityIsTrusted() {
        trusted();
        gone();
        matched = matched(2);
        account = register();
        registration.verifyEmail(account);
    }

    @Test
    void aProfileIsTheMembersAndItsServiceKnowsItByTheSameSubject() {
        String name = name();
        Bundle.Line line = OtherCommunity.line(matched.theirs(), name);
        UUID id = handIn(account, other.file(line));
        wantAll(account, id);
        assertThat(states(id)).containsExactly(Coming.State.WAITING);
        bring(id);

        LiveProfile profile = profiles.of(account, matched.service()).getFirst();
        assertThat(profile.username()).isEqualTo(name);
        assertThat(subjects.of(matched.service(), profile.id())).isEqualTo(line.subject());
        assertThat(profile.createdAt()).isEqualTo(Instant.parse("2024-03-01T00:00:00Z"));
        assertThat(profile.alias()).isNotEqualTo(line.alias()).endsWith("@alias.localhost");
        assertThat(states(id)).containsExactly(Coming.State.ARRIVED);
        assertThat(post.to(accounts.find(account).orElseThrow().email())
                        .getLast()
                        .subject())
                .contains(other.address.getAuthority());
    }

    @Test
    void anAddressOfOurOwnDomainIsKeptUnlessSomebodyHasIt() {
        String alias = "abcdefghijklmnop" + name().replaceAll("[^a-z2-7]", "x").substring(0, 4) + "@alias.localhost";
        Bundle.Line one = with(OtherCommunity.line(matched.theirs(), name()), alias);
        Bundle.Line same = with(OtherCommunity.line(matched.theirs(), name()), alias);
        UUID id = handIn(account, other.file(one, same));
        wantAll(account, id);
        bring(id);
        List<String> aliases = profiles.of(account, matched.service()).stream()
                .map(LiveProfile::alias)
                .toList();
        assertThat(aliases).hasSize(2).contains(alias).doesNotHaveDuplicates();
    }

    private static Bundle.Line with(Bundle.Line line, String alias) {
        return new Bundle.Line(
                line.ref(), line.service(), line.serviceName(), line.username(), line.subject(), alias, line.since());
    }

    @Test
    void theDryRunNamesWhatIsInTheWayOfEachLine() {
        String taken = name();
        create(register(), opened(), taken);
        Matched full = matched(1);
        Bundle.Line fits = OtherCommunity.line(matched.theirs(), name());
        Bundle.Line collides = OtherCommunity.line(matched.theirs(), taken);
        Bundle.Line first = OtherCommunity.line(full.theirs(), name());
        Bundle.Line beyond = OtherCommunity.line(full.theirs(), name());
        Bundle.Line unknown = OtherCommunity.line("https://nowhere.example/", name());
        UUID id = handIn(account, other.file(fits, collides, first, beyond, unknown));

        Map<String, String> problems = new java.util.HashMap<>();
        dryRun.problems(arrival(id)).forEach((ref, no) -> problems.put(ref, no.code()));
        assertThat(problems)
                .containsOnly(
                        Map.entry(collides.ref(), "username.taken"),
                        Map.entry(beyond.ref(), "profile.quota-reached"),
                        Map.entry(unknown.ref(), "arriving.no-service"));
        assertThat(dryRun.renamable(arrival(id), arrival(id).profiles().get(1))).isTrue();
        assertThat(profiles.of(account)).isEmpty();
    }

    /** The service of the match, where anybody makes a profile by themselves, and may go by another name. */
    private ServiceRef opened() {
        quota(matched.service(), 2);
        rules(
                matched.service(),
                new UsernameRules(
                        UsernameRules.DEFAULT.pattern(),
                        UsernameRules.DEFAULT.minLength(),
                        UsernameRules.DEFAULT.maxLength(),
                        List.of(),
                        true));
        return matched.service();
    }

    @Test
    void aNameThatIsTakenComesUnderAnotherOrStaysThere() {
        String taken = name();
        create(register(), opened(), taken);
        Bundle.Line collides = OtherCommunity.line(matched.theirs(), taken);
        Bundle.Line left = OtherCommunity.line(matched.theirs(), name());
        UUID id = handIn(account, other.file(collides, left));
        want(account, id, Map.of(collides.ref(), taken));
        assertThat(states(id)).containsExactly(Coming.State.STUCK, Coming.State.SKIPPED);
        assertThat(whys(id)).contains("username.taken");
        String free = name();
        want(account, id, Map.of(collides.ref(), free));
        bring(id);
        assertThat(profiles.of(account, matched.service()).stream().map(LiveProfile::username))
                .containsExactly(free);
    }

    @Test
    void whereTheApplicationKeepsNamesNoOtherOneIsTaken() {
        String name = name();
        Bundle.Line line = OtherCommunity.line(matched.theirs(), name);
        UUID id = handIn(account, other.file(line));
        want(account, id, Map.of(line.ref(), name()));
        bring(id);
        assertThat(profiles.of(account, matched.service()).getFirst().username())
                .isEqualTo(name);
    }

    /** Between the member's word and the profile's turn, somebody was faster. */
    @Test
    void whatGetsInTheWayMeanwhileWaitsForAnotherWordAndIsNotLost() {
        String name = name();
        ServiceRef service = opened();
        Bundle.Line line = OtherCommunity.line(matched.theirs(), name);
        UUID id = handIn(account, other.file(line));
        wantAll(account, id);
        create(register(), service, name);
        bring(id);
        assertThat(states(id)).containsExactly(Coming.State.STUCK);
        String free = name();
        want(account, id, Map.of(line.ref(), free));
        bring(id);
        assertThat(states(id)).containsExactly(Coming.State.ARRIVED);
    }

    @Test
    void aTrustedCommunityCannotMakeSomebodyOneOfOurs() {
        var victim = create(register(), opened(), name());
        Bundle.Line line = OtherCommunity.line(matched.theirs(), name(), subjects.of(matched.service(), victim));
        UUID id = handIn(account, other.file(line));
        wantAll(account, id);
        bring(id);
        assertThat(whys(id)).containsExactly("arriving.subject-taken");
        assertThat(profiles.of(account, matched.service())).isEmpty();
    }

    @Test
    void oneSubjectHasOneProfileAlsoOnceItIsErased() {
        String subject = UUID.randomUUID().toString();
        UUID first = handIn(account, other.file(OtherCommunity.line(matched.theirs(), name(), subject)));
        wantAll(account, first);
        bring(first);
        AccountId rival = register();
        UUID second = handIn(rival, other.file(OtherCommunity.line(matched.theirs(), name(), subject)));
        wantAll(rival, second);
        assertThat(whys(second)).containsExactly("arriving.subject-taken");

        var profile = profiles.of(account, matched.service()).getFirst().id();
        delete(account, profile);
        jdbc.sql("UPDATE identity.profile SET ended_at = now() - interval '15 days' WHERE profile_id = ?")
                .param(profile.value())
                .update();
        erase();
        assertThat(profiles.known(profile)).isFalse();
        wantAll(rival, second);
        assertThat(whys(second)).containsExactly("arriving.subject-taken");
        assertThat(jdbc.sql("SELECT count(*) FROM identity.kept_subject WHERE subject = ?")
                        .param(subject)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private void erase() {
        recurring.stream()
                .filter(round -> round.name().equals("identity.profile-erasure"))
                .forEach(round -> round.work().run());
    }
}
