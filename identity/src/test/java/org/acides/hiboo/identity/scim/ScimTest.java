package org.acides.hiboo.identity.scim;

import static org.acides.hiboo.infrastructure.test.Staff.ADMIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.acides.hiboo.identity.api.commands.RestoreProfile;
import org.acides.hiboo.identity.api.commands.RetryScim;
import org.acides.hiboo.identity.api.commands.SuspendProfile;
import org.acides.hiboo.identity.api.commands.UndoProfileDeletion;
import org.acides.hiboo.identity.api.events.ProfileErased;
import org.acides.hiboo.infrastructure.api.Actor;
import org.junit.jupiter.api.Test;

/** A service that others wrote hears of its profiles, and of nobody else's. */
class ScimTest extends ScimLife {

    @Test
    void itHearsOfSuspensionRestorationAndDeletion() {
        connected(List.of(user("1", "somebody", "other"), user("2", "renamed-there", subject())));
        commands.send(new SuspendProfile(profile, "spam"), MODERATOR);
        hears("2", "false");
        commands.send(new RestoreProfile(profile), MODERATOR);
        hears("2", "true");
        delete(ada, profile);
        hears("2", "false");
        commands.send(new UndoProfileDeletion(profile, ada), new Actor(profile.toString(), "MEMBER"));
        hears("2", "true");
        catalogue.publish(new ProfileErased(profile, service, List.of(), clock.instant()));
        hears("2", "gone");
        assertThat(remote.active("1")).isEqualTo("true");
        assertThat(jdbc.sql("SELECT count(*) FROM identity.scim_user WHERE profile_id = ?")
                        .param(profile.value())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void whoWasMadeByHandIsKnownByTheirUsername() {
        connected(List.of(user("1", username, ""), user("2", "another", "")));
        commands.send(new SuspendProfile(profile, "spam"), MODERATOR);
        hears("1", "false");
        assertThat(remote.active("2")).isEqualTo("true");
    }

    @Test
    void somebodyElseOfThatNameIsLeftAlone() {
        connected(List.of(user("1", username, "somebody-else")));
        commands.send(new SuspendProfile(profile, "spam"), MODERATOR);
        hears("1", "true");
    }

    @Test
    void severalWhoCouldBeMeantAreLeftAlone() {
        connected(List.of(user("1", username, ""), user("2", username, "")));
        commands.send(new SuspendProfile(profile, "spam"), MODERATOR);
        tell();
        assertThat(remote.active("1") + remote.active("2")).isEqualTo("truetrue");
        assertThat(waiting()).isEqualTo(1);
    }

    @Test
    void whatTheServiceMissedItHearsLater() {
        connected(List.of(user("1", "x", subject())));
        remote.fail(1);
        commands.send(new SuspendProfile(profile, "spam"), MODERATOR);
        tell();
        hears("1", "false");
    }

    @Test
    void afterThreeDaysNobodyTriesUntilAnAdminAsks() {
        connected(List.of(user("1", "x", subject())));
        remote.fail(1_000);
        commands.send(new SuspendProfile(profile, "spam"), MODERATOR);
        jdbc.sql("UPDATE identity.scim_delivery SET asked_at = asked_at - interval '3 days', due_at = now()"
                        + " WHERE service_id = ?")
                .param(service.value())
                .update();
        await().untilAsserted(() -> {
            new Telling(deliveries, targets, standings, new ScimUsers(new ScimHttp(true, Duration.ofSeconds(5))))
                    .round();
            assertThat(state().givenUp()).isEqualTo(1);
        });
        assertThat(state().failure()).matches(".*(HTTP status 503|private network)");
        remote.fail(0);
        commands.send(new RetryScim(service), ADMIN);
        hears("1", "false");
    }
}
