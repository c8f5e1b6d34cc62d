package org.acides.hiboo.identity.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.ContestOutcome;
import org.acides.hiboo.identity.api.queries.FindMyHistory;
import org.acides.hiboo.identity.api.queries.MyHistoryRow;
import org.acides.hiboo.identity.ownerlink.ContestLetters;
import org.acides.hiboo.identity.test.Post;
import org.acides.hiboo.infrastructure.api.OpenMail;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What both sides of a contest are told, and what stays of it. */
class ContestTracesTest extends ContestLife {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Autowired
    ContestLetters letters;

    @Autowired
    Post post;

    @Test
    void bothGetOneLetterAtAnHourOfItsOwnThatTellsNothing() {
        contest(second, "Mine.");
        decide(ContestOutcome.MOVES);
        await().atMost(PATIENCE).until(() -> due("letter_at > now() + interval '4 minutes'") == 2);
        jdbc.sql("UPDATE identity.contest_party SET letter_at = now() WHERE profile_id = ?")
                .param(profile.value())
                .update();
        letters.sendDue();
        letters.sendDue();
        for (AccountId one : List.of(first, second))
            assertThat(post.to(accounts.find(one).orElseThrow().email()))
                    .filteredOn(letter -> letter.subject().contains("contestation"))
                    .singleElement()
                    .extracting(OpenMail::text)
                    .asString()
                    .contains("http")
                    .doesNotContain(handle, "Mastodon", "So be it.");
    }

    @Test
    void eachReadsTheirOwnHalfOfItAndNobodyTheOthers() {
        contest(second, "Mine.");
        history(second, "identity.contest-raised");
        history(first, "identity.profile-claimed", "identity.claim-contested");
        decide(ContestOutcome.MOVES);
        history(second, "identity.contest-raised", "identity.contest-decided.moves");
        history(first, "identity.claim-lost");
    }

    @Test
    void whoLosesReadsThatTooWhenItStaysOrIsNobodys() {
        contest(second, "Mine.");
        decide(ContestOutcome.LOCKED);
        history(second, "identity.contest-raised", "identity.contest-lost");
        history(first, "identity.claim-lost");
    }

    @Test
    void theSidesAreForgottenAMonthAfterTheDecisionAndNoSooner() {
        contest(second, "Mine.");
        letters.forgetDecided();
        decide(ContestOutcome.STAYS);
        await().atMost(PATIENCE).until(() -> due("letter_at IS NOT NULL") == 2);
        jdbc.sql("UPDATE identity.contest_party SET letter_at = NULL WHERE profile_id = ?")
                .param(profile.value())
                .update();
        letters.forgetDecided();
        assertThat(due("true")).isEqualTo(2);
        jdbc.sql("UPDATE identity.claim_contest SET decided_at = now() - interval '31 days' WHERE profile_id = ?")
                .param(profile.value())
                .update();
        letters.forgetDecided();
        assertThat(due("true")).isZero();
        assertThat(mine(first)).isEmpty();
        assertThat(profiles.of(first, service)).hasSize(1);
    }

    private int due(String condition) {
        return jdbc.sql("SELECT count(*) FROM identity.contest_party WHERE profile_id = ? AND " + condition)
                .param(profile.value())
                .query(Integer.class)
                .single();
    }

    private void history(AccountId account, String... names) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(queries.query(
                                        new FindMyHistory(account, 0, 200),
                                        ResponseTypes.multipleInstancesOf(MyHistoryRow.class))
                                .join())
                        .extracting(MyHistoryRow::name)
                        .filteredOn(name -> name.contains("cont") || name.contains("claim"))
                        .containsExactlyInAnyOrder(names));
    }
}
