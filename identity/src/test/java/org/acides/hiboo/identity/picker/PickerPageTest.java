package org.acides.hiboo.identity.picker;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.acides.hiboo.catalog.api.GroupRef;
import org.acides.hiboo.catalog.api.ProfilePolicy;
import org.acides.hiboo.catalog.api.ServiceId;
import org.acides.hiboo.catalog.api.events.RequiredGroupsSet;
import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.ProfileId;
import org.acides.hiboo.identity.api.ServiceRef;
import org.acides.hiboo.identity.api.SessionId;
import org.acides.hiboo.identity.api.SignedIn;
import org.acides.hiboo.identity.api.commands.IssueGift;
import org.acides.hiboo.identity.api.commands.SuspendProfile;
import org.acides.hiboo.identity.profile.PickedProfile;
import org.acides.hiboo.identity.profile.ProfileChoices;
import org.acides.hiboo.identity.profile.ProfileLife;
import org.acides.hiboo.infrastructure.api.Actor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

class PickerPageTest extends ProfileLife {

    private static final String ONWARD = "/oauth2/authorize?client_id=x&state=y";

    @Autowired
    WebApplicationContext web;

    @Autowired
    PickedProfile picked;

    @Autowired
    ProfileChoices choices;

    private MockMvc browser;
    private SignedIn who;

    @BeforeEach
    void someoneIsSignedIn() {
        browser = MockMvcBuilders.webAppContextSetup(web).build();
        who = new SignedIn(AccountId.random(), SessionId.random(), Set.of(), Instant.EPOCH, List.of("pwd"));
        SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken(who, "", "ROLE_MEMBER"));
    }

    @AfterEach
    void signedOut() {
        SecurityContextHolder.clearContext();
    }

    private MockHttpServletResponse get(ServiceRef service, Locale locale) throws Exception {
        return browser.perform(MockMvcRequestBuilders.get("/picker")
                        .param("service", service.toString())
                        .param("continue", ONWARD)
                        .locale(locale))
                .andReturn()
                .getResponse();
    }

    private MockHttpServletResponse post(String path, ServiceRef service, String... fields) throws Exception {
        MockHttpServletRequestBuilder request = MockMvcRequestBuilders.post(path)
                .param("service", service.toString())
                .param("continue", ONWARD)
                .locale(Locale.ENGLISH);
        for (int i = 0; i < fields.length; i += 2) request.param(fields[i], fields[i + 1]);
        return browser.perform(request).andReturn().getResponse();
    }

    private static String text(MockHttpServletResponse response) throws Exception {
        return response.getContentAsString(StandardCharsets.UTF_8);
    }

    private ProfileId pickedIn(MockHttpServletResponse response, ServiceRef service) {
        String location = response.getHeader("Location");
        assertThat(location).startsWith(ONWARD + "&picked=");
        String token = location.substring(location.lastIndexOf('=') + 1);
        return picked.verify(token, who, service).orElseThrow();
    }

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
        String link = commands.send(new IssueGift(service, Duration.ofDays(1)), new Actor("somebody", "ADMIN"));
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
