package org.acides.hiboo.identity.picker;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Locale;
import org.acides.hiboo.catalog.api.ProfilePolicy;
import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.ProfileId;
import org.acides.hiboo.identity.api.ServiceRef;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.security.core.context.SecurityContextHolder;

class PickerPageTest extends PickerLife {

    @Test
    void theMembersProfilesAreShownInTheirLanguage() throws Exception {
        ServiceRef service = service(ProfilePolicy.OPEN, 3);
        create(who.account(), service, "camille");
        create(AccountId.random(), service, "stranger");
        String french = text(get(service, Locale.FRENCH));
        assertThat(french)
                .contains("camille", "@alias.localhost", "Entrer dans Mastodon", "lang=\"fr\"", "Créer et entrer")
                .doesNotContain("stranger", "??");
        String english = text(get(service, Locale.ENGLISH));
        assertThat(english).contains("Enter Mastodon", "Remember my choice").doesNotContain("??");
        assertThat(text(get(service, Locale.GERMAN))).contains("Enter Mastodon");
    }

    @Test
    void thePageIsUnderThirtyKilobytesAllIncludedWithEveryProfileThereCanBe() throws Exception {
        ServiceRef service = service(ProfilePolicy.OPEN, 20);
        for (int i = 0; i < 20; i++) create(who.account(), service, name());
        long style = new ClassPathResource("static/identity/picker.css").contentLength();
        assertThat(get(service, Locale.FRENCH).getContentAsByteArray().length + style)
                .isLessThan(30_000);
        assertThat(text(get(service, Locale.FRENCH))).doesNotContain("<script").contains("les 20 profils");
    }

    @Test
    void pickingLeadsOnWithTheProfileAndIsRememberedOnlyWhenAsked() throws Exception {
        ServiceRef service = service(ProfilePolicy.OPEN, 2);
        ProfileId first = create(who.account(), service, name());
        ProfileId second = create(who.account(), service, name());
        assertThat(pickedIn(post("/picker", service, "profile", first.toString()), service))
                .isEqualTo(first);
        assertThat(choices.remembered(who.account(), service)).isEmpty();
        post("/picker", service, "profile", second.toString(), "remember", "true");
        assertThat(choices.remembered(who.account(), service)).contains(second);
        assertThat(text(get(service, Locale.ENGLISH))).contains("your usual", "checked");
        post("/picker", service, "profile", first.toString());
        assertThat(choices.remembered(who.account(), service)).isEmpty();
    }

    @Test
    void anothersProfileIsNotPicked() throws Exception {
        ServiceRef service = service(ProfilePolicy.OPEN, 2);
        ProfileId stranger = create(AccountId.random(), service, name());
        var response = post("/picker", service, "profile", stranger.toString());
        assertThat(response.getStatus()).isEqualTo(409);
        assertThat(text(response)).contains("There is no such profile of yours.");
    }

    @Test
    void aNewProfileIsMadeAndEnteredAndADoubleClickMakesOne() throws Exception {
        ServiceRef service = service(ProfilePolicy.OPEN, 3);
        ProfileId fresh = ProfileId.random();
        for (int i = 0; i < 2; i++) {
            var response = post("/picker/new", service, "fresh", fresh.toString(), "username", "camille");
            assertThat(pickedIn(response, service)).isEqualTo(fresh);
        }
        assertThat(profiles.of(who.account(), service)).hasSize(1);
    }

    @Test
    void goingBackAndTypingAnotherNameMakesAnotherProfile() throws Exception {
        ServiceRef service = service(ProfilePolicy.OPEN, 3);
        String fresh = ProfileId.random().toString();
        post("/picker/new", service, "fresh", fresh, "username", "camille");
        ProfileId other = pickedIn(post("/picker/new", service, "fresh", fresh, "username", "hulotte"), service);
        assertThat(profiles.find(other).orElseThrow().username()).isEqualTo("hulotte");
        assertThat(profiles.of(who.account(), service)).hasSize(2);
    }

    @Test
    void aRefusedNameIsExplainedAndKept() throws Exception {
        ServiceRef service = service(ProfilePolicy.OPEN, 3);
        create(AccountId.random(), service, "camille");
        String fresh = ProfileId.random().toString();
        var response = post("/picker/new", service, "fresh", fresh, "username", "camille");
        assertThat(response.getStatus()).isEqualTo(422);
        assertThat(text(response))
                .contains("This name is taken. Choose another.", "value=\"camille\"", fresh, "aria-invalid=\"true\"");
        assertThat(text(post("/picker/new", service, "fresh", fresh, "username", "c")))
                .contains("it takes 3 characters at least");
    }

    @Test
    void markupIsShownAsTextAndAMegabyteIsRefusedBriefly() throws Exception {
        ServiceRef service = service(ProfilePolicy.OPEN, 3);
        String fresh = ProfileId.random().toString();
        String markup = "<img src=x onerror=alert(1)>\"'";
        assertThat(text(post("/picker/new", service, "fresh", fresh, "username", markup)))
                .doesNotContain("<img src=x")
                .contains("&lt;img src=x");
        var response = post("/picker/new", service, "fresh", fresh, "username", "x".repeat(1 << 20));
        assertThat(response.getStatus()).isEqualTo(422);
        assertThat(response.getContentAsByteArray()).hasSizeLessThan(20_000);
    }

    @Test
    void unknownServicesAndNonsenseAreNotFaults() throws Exception {
        assertThat(get(ServiceRef.random(), Locale.ENGLISH).getStatus()).isEqualTo(404);
        ServiceRef service = service(ProfilePolicy.OPEN, 1);
        assertThat(post("/picker", service, "profile", "' or 1=1 --").getStatus())
                .isEqualTo(400);
        assertThat(post("/picker/new", service, "fresh", "x", "username", "y").getStatus())
                .isEqualTo(400);
    }

    @Test
    void whoIsNotSignedInSignsInFirstAndComesBack() throws Exception {
        SecurityContextHolder.clearContext();
        ServiceRef service = service(ProfilePolicy.OPEN, 1);
        URI location = URI.create(get(service, Locale.ENGLISH).getHeader("Location"));
        assertThat(location.getPath()).isEqualTo("/sign-in");
        assertThat(location.getQuery()).startsWith("continue=/picker?service=" + service);
    }
}
