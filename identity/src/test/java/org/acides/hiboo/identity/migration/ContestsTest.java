package org.acides.hiboo.identity.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.ContestOutcome;
import org.acides.hiboo.identity.api.ProfileId;
import org.acides.hiboo.identity.api.SessionId;
import org.acides.hiboo.identity.api.commands.AnswerContest;
import org.acides.hiboo.identity.api.commands.DeleteProfile;
import org.acides.hiboo.identity.api.commands.EscapeProfile;
import org.acides.hiboo.identity.api.commands.OfferProfile;
import org.acides.hiboo.identity.api.commands.SilenceAlias;
import org.junit.jupiter.api.Test;

/** Two prove one old account: it freezes, and a manager decides. */
class ContestsTest extends ContestLife {

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
}
