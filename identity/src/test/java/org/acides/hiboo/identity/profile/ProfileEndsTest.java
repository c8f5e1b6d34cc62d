package org.acides.hiboo.identity.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.acides.hiboo.catalog.api.ProfilePolicy;
import org.acides.hiboo.catalog.api.UsernameRules;
import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.ProfileId;
import org.acides.hiboo.identity.api.ServiceRef;
import org.acides.hiboo.identity.api.SessionId;
import org.acides.hiboo.identity.api.SignedIn;
import org.acides.hiboo.identity.api.commands.SuspendProfile;
import org.acides.hiboo.identity.api.queries.MyHistoryRow;
import org.acides.hiboo.identity.api.queries.MyProfile;
import org.acides.hiboo.identity.api.queries.MyProfile.Standing;
import org.acides.hiboo.identity.ownerlink.OwnerLetters;
import org.acides.hiboo.identity.test.Post;
import org.acides.hiboo.infrastructure.api.OpenMail;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Suspension, deletion and its time of grace, erasure. */
class ProfileEndsTest extends EndsLife {

    @Autowired
    ProfileChoices choices;

    @Autowired
    PickedProfile picked;

    @Autowired
    OwnerLetters letters;

    @Autowired
    Post post;

    @Test
    void aSuspendedProfileEntersNowhereAndItsOwnerReadsWhy() {
        ServiceRef service = service(ProfilePolicy.OPEN, 1);
        rules(service, new UsernameRules("[a-z0-9]+", 3, 30, List.of(), true));
        SignedIn who =
                new SignedIn(AccountId.random(), SessionId.random(), java.util.Set.of(), Instant.EPOCH, List.of("pwd"));
        ProfileId id = create(who.account(), service, name());
        choices.remember(who.account(), service, id);
        String token = picked.sign(who, service, id);
        suspend(id);
        suspend(id);
        assertThat(picked.verify(token, who, service)).isEmpty();
        assertThat(choices.remembered(who.account(), service)).isEmpty();
        assertThat(profiles.find(id)).isEmpty();
        assertThat(mine(who.account())).singleElement().satisfies(profile -> {
            assertThat(profile.standing()).isEqualTo(Standing.SUSPENDED);
            assertThat(profile.reason()).isEqualTo("spam");
        });
        refused(() -> rename(who.account(), id, name()), "profile.suspended");
        restore(id);
        assertThat(choices.remembered(who.account(), service)).contains(id);
        assertThat(picked.verify(token, who, service)).contains(id);
    }

    @Test
    void aSuspendedProfileKeepsItsPlaceInTheQuotaUntilItIsErased() {
        ServiceRef service = service(ProfilePolicy.OPEN, 1);
        AccountId account = AccountId.random();
        ProfileId id = create(account, service, name());
        suspend(id);
        refused(() -> create(account, service, name()), "profile.quota-reached");
        delete(account, id);
        refused(() -> create(account, service, name()), "profile.quota-reached");
        undo(account, id);
        assertThat(profiles.find(id)).isEmpty();
        delete(account, id);
        ended(id, GRACE.plusMinutes(1));
        erasure.eraseDue();
        create(account, service, name());
    }

    @Test
    void aReasonIsNeitherEmptyNorABook() {
        ProfileId id = create(AccountId.random(), service(ProfilePolicy.OPEN, 1), name());
        for (String reason : List.of("", " \n", "x".repeat(2001)))
            refused(() -> commands.send(new SuspendProfile(id, reason), ADMIN), "profile.reason-malformed");
    }

    @Test
    void aDeletionIsUndoneWhileItsTimeOfGraceRunsAndThereIsRoom() {
        ServiceRef service = service(ProfilePolicy.OPEN, 1);
        AccountId account = AccountId.random();
        ProfileId id = create(account, service, name());
        LiveProfile before = profiles.find(id).orElseThrow();
        delete(account, id);
        assertThat(mine(account)).extracting(MyProfile::standing).containsExactly(Standing.DELETED);
        ended(id, GRACE.minusMinutes(1));
        erasure.eraseDue();
        ProfileId other = create(account, service, name());
        refused(() -> undo(account, id), "profile.quota-reached");
        refused(() -> undo(AccountId.random(), id), "profile.unknown");
        delete(account, other);
        undo(account, id);
        assertThat(profiles.find(id)).contains(before);
    }

    @Test
    void whateverOthersDecideIsToldByALetterThatNamesNeitherProfileNorService() {
        AccountId account = register();
        registration.verifyEmail(account);
        String address = accounts.find(account).orElseThrow().email();
        ProfileId id = create(account, service(ProfilePolicy.OPEN, 1), "camille");
        suspend(id);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(jdbc.sql("SELECT count(*) FROM identity.owner_letter"
                                        + " WHERE profile_id = ? AND due_at > now() + interval '4 minutes'")
                                .param(id.value())
                                .query(Integer.class)
                                .single())
                        .isEqualTo(1));
        letters.sendDue();
        assertThat(post.to(address)).isEmpty();
        jdbc.sql("UPDATE identity.owner_letter SET due_at = now() WHERE profile_id = ?")
                .param(id.value())
                .update();
        letters.sendDue();
        letters.sendDue();
        assertThat(post.to(address))
                .singleElement()
                .extracting(OpenMail::text)
                .asString()
                .contains("http")
                .doesNotContain("camille", "Mastodon", "spam");
    }

    @Test
    void aMemberReadsWhatBecameOfAProfileAndThatItWasNotThem() {
        AccountId account = register();
        ProfileId id = request(account, service(ProfilePolicy.MANAGED, 1), "camille");
        approve(id);
        suspend(id);
        restore(id);
        delete(account, id);
        undo(account, id);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(history(account)).hasSize(8));
        assertThat(history(account).subList(0, 6))
                .extracting(MyHistoryRow::name)
                .containsExactly(
                        "identity.profile-deletion-undone",
                        "identity.profile-deleted",
                        "identity.profile-restored",
                        "identity.profile-suspended",
                        "identity.profile-created",
                        "identity.profile-requested");
        assertThat(history(account).subList(0, 6))
                .extracting(MyHistoryRow::byMe)
                .containsExactly(true, true, false, false, false, true);
        assertThat(history(account).subList(0, 6))
                .extracting(MyHistoryRow::username)
                .containsOnly("camille");
    }
}
