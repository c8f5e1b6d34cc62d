package org.acides.hiboo.identity.picker;

import static org.acides.hiboo.infrastructure.test.Staff.ADMIN;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.acides.hiboo.catalog.api.GroupRef;
import org.acides.hiboo.catalog.api.ProfilePolicy;
import org.acides.hiboo.catalog.api.ServiceId;
import org.acides.hiboo.catalog.api.events.RequiredGroupsSet;
import org.acides.hiboo.identity.api.ProfileId;
import org.acides.hiboo.identity.api.ServiceRef;
import org.acides.hiboo.identity.api.commands.IssueGift;
import org.acides.hiboo.identity.api.commands.SuspendProfile;
import org.acides.hiboo.infrastructure.api.Actor;
import org.junit.jupiter.api.Test;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** What the picker does where a profile is not simply made: requests, gifts, groups, suspensions. */
class PickerRequestsTest extends PickerLife {

    @Test
    void whereNothingCanBePickedThePageSaysWhy() throws Exception {
        assertThat(text(get(closedService(), Locale.ENGLISH)))
                .contains("closed for the moment", "<a href=\"/\">")
                .doesNotContain("name=\"username\"", "Enter Mastodon</h1>", "learns the profile");
        assertThat(text(get(service(ProfilePolicy.MANAGED, 1), Locale.ENGLISH))).contains("made on approval");
        assertThat(text(get(service(ProfilePolicy.RESERVED, 1), Locale.ENGLISH)))
                .contains("given by its managers");
        assertThat(text(get(service(ProfilePolicy.LOCKED, 1), Locale.ENGLISH))).contains("takes no new profile");
    }

    @Test
    void aProfileIsAskedForShownAsWaitingAndTakenBack() throws Exception {
        ServiceRef service = service(ProfilePolicy.MANAGED, 1);
        assertThat(text(get(service, Locale.ENGLISH))).contains("Send the request", "Message to the managers");
        String fresh = ProfileId.random().toString();
        String[] form = {"fresh", fresh, "username", "camille", "message", "For the choir."};
        for (int i = 0; i < 2; i++)
            assertThat(post("/picker/request", service, form).getStatus()).isEqualTo(303);
        assertThat(text(get(service, Locale.FRENCH)))
                .contains("camille", "en attente", "Retirer la demande")
                .doesNotContain("??", "name=\"username\"");
        var entering = post("/picker", service, "profile", fresh);
        assertThat(entering.getStatus()).isEqualTo(409);
        assertThat(post("/picker/withdraw", service, "profile", fresh).getStatus())
                .isEqualTo(303);
        assertThat(text(get(service, Locale.ENGLISH))).doesNotContain("camille");
        assertThat(post("/picker/withdraw", service, "profile", fresh).getStatus())
                .isEqualTo(409);
    }

    @Test
    void aRefusedRequestKeepsWhatWasTyped() throws Exception {
        ServiceRef service = service(ProfilePolicy.MANAGED, 1);
        String fresh = ProfileId.random().toString();
        var response =
                post("/picker/request", service, "fresh", fresh, "username", "c", "message", "For <b>the choir</b>.");
        assertThat(response.getStatus()).isEqualTo(422);
        assertThat(text(response))
                .contains("value=\"c\"", "For &lt;b&gt;the choir&lt;/b&gt;.", "it takes 3 characters at least");
    }

    @Test
    void aSuspendedProfileIsShownWithItsReasonAndNotEntered() throws Exception {
        ServiceRef service = service(ProfilePolicy.OPEN, 1);
        ProfileId id = create(who.account(), service, "camille");
        choices.remember(who.account(), service, id);
        commands.send(new SuspendProfile(id, "You <sold> things here."), new Actor("somebody", "MODERATOR"));
        assertThat(text(get(service, Locale.ENGLISH)))
                .contains("camille", "suspended", "You &lt;sold&gt; things here.")
                .doesNotContain("class=\"card\"");
        assertThat(post("/picker", service, "profile", id.toString()).getStatus())
                .isEqualTo(409);
    }

    @Test
    void aGiftOpensTheFormOnceAndSignInBringsItAlong() throws Exception {
        ServiceRef service = service(ProfilePolicy.RESERVED, 1);
        String link = commands.send(new IssueGift(service, Duration.ofDays(1)), ADMIN);
        String secret = link.substring(link.lastIndexOf('=') + 1);
        var page = browser.perform(MockMvcRequestBuilders.get("/picker")
                        .param("service", service.toString())
                        .param("gift", secret)
                        .locale(Locale.ENGLISH))
                .andReturn()
                .getResponse();
        assertThat(text(page)).contains("value=\"" + secret + "\"", "Create and enter");
        String fresh = ProfileId.random().toString();
        var made = post("/picker/new", service, "fresh", fresh, "username", "camille", "gift", secret);
        assertThat(pickedIn(made, service)).isEqualTo(ProfileId.of(fresh));
        var again = browser.perform(MockMvcRequestBuilders.get("/picker")
                        .param("service", service.toString())
                        .param("gift", secret))
                .andReturn()
                .getResponse();
        assertThat(again.getStatus()).isEqualTo(404);
        SecurityContextHolder.clearContext();
        var first = browser.perform(MockMvcRequestBuilders.get("/picker")
                        .param("service", service.toString())
                        .param("gift", secret))
                .andReturn()
                .getResponse();
        assertThat(first.getHeader("Location")).startsWith("/sign-in?continue=").contains("gift%3D" + secret);
    }

    @Test
    void whoIsInNoRequiredGroupReadsWhyAndDoesNotEnter() throws Exception {
        ServiceRef service = service(ProfilePolicy.OPEN, 2);
        ProfileId id = create(who.account(), service, "camille");
        catalogue.publish(new RequiredGroupsSet(
                new ServiceId(service.value()), List.of(new GroupRef(id.value())), Instant.EPOCH));
        assertThat(text(get(service, Locale.ENGLISH)))
                .contains("Only members of certain groups enter Mastodon")
                .doesNotContain("class=\"card\"", "name=\"username\"");
        assertThat(text(post("/picker", service, "profile", id.toString()))).contains("you are in none of them");
    }

    @Test
    void nobodyEntersAClosedService() throws Exception {
        ServiceRef service = service(ProfilePolicy.OPEN, 1);
        ProfileId id = create(who.account(), service, name());
        close(service);
        assertThat(text(post("/picker", service, "profile", id.toString()))).contains("The service is not open.");
    }
}
