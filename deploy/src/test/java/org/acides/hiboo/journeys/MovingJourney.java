package org.acides.hiboo.journeys;

import static org.acides.hiboo.journeys.RunningHiboo.freePort;
import static org.acides.hiboo.journeys.Screens.act;
import static org.acides.hiboo.journeys.Screens.fill;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.acides.hiboo.journeys.Browser.Screen;
import org.acides.hiboo.journeys.Person.Page;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A member moves from one Hiboo to another with two profiles, and an application goes on knowing them. */
class MovingJourney {

    private static final int APACHE_PORT = freePort();
    private static final String ADMIN = "grandduc";

    private static RunningHiboo there;
    private static RunningHiboo here;

    @BeforeAll
    static void twoHiboosWithTheSameApplications() {
        there = start("moving-there");
        here = start("moving-here");
        for (RunningHiboo each : new RunningHiboo[] {there, here}) Members.signUp(each, "ada", "ada@example.test");
    }

    @AfterAll
    static void stop() {
        here.close();
        there.close();
    }

    private static RunningHiboo start(String name) {
        String apache = "http://localhost:" + APACHE_PORT;
        return RunningHiboo.fresh(name)
                .seed("apache", apache + "/members/callback", apache + "/left.html", 2)
                .seed("node", "http://localhost:9/callback", "http://localhost:9/left", 2)
                .argument("--hiboo.moving.to-private-networks=true")
                .argument("--hiboo.moving.spread=0s")
                .start();
    }

    @Test
    void anAccountMovesWithTwoProfilesAndIsTheSamePersonToItsApplication() throws IOException {
        JsonNode before = learnt(there);
        Person ada = Person.visiting(there);
        Members.pass(ada, ada.open(authorization(there)), "ada", "ada_at_node");
        eachCommunityAddsTheOther();

        Path file;
        String code;
        try (Browser browser = Browser.open(Locale.FRENCH, Screen.PHONE, false)) {
            signIn(browser, there, "/leaving");
            browser.waitForText("ada_at_node");
            browser.photograph("moving-leaving-fr");
            browser.click("form button.primary");
            browser.waitForPath("/leaving");
            code = browser.see(By.id("code")).getText();
            browser.photograph("moving-code-fr");
            file = download(browser);
        }

        try (Browser browser = Browser.open(Locale.ENGLISH, Screen.DESK, true)) {
            signIn(browser, here, "/arriving");
            browser.see(By.name("file")).sendKeys(file.toString());
            browser.type("code", code.toUpperCase(Locale.ROOT).replace("-", " "));
            browser.photograph("moving-arriving");
            browser.press("See what it holds");
            browser.waitForText("What is ticked comes");
            browser.photograph("moving-dry-run");
            browser.press("Bring these profiles");
            Awaitility.await("both profiles")
                    .atMost(Duration.ofSeconds(60))
                    .pollInterval(Duration.ofSeconds(1))
                    .until(() -> {
                        browser.driver().navigate().refresh();
                        return browser.driver()
                                        .findElements(By.cssSelector("li.arrived"))
                                        .size()
                                == 2;
                    });
            browser.photograph("moving-arrived");
        }

        JsonNode after = learnt(here);
        for (String claim : new String[] {"sub", "preferred_username"})
            assertThat(after.at("/id_token/" + claim).asString())
                    .isNotEmpty()
                    .isEqualTo(before.at("/id_token/" + claim).asString());
        assertThat(after.at("/id_token/iss").asString())
                .isEqualTo(here.address().toString());

        try (Browser browser = Browser.open(Locale.ENGLISH, Screen.PHONE, true)) {
            signIn(browser, there, "/leaving");
            browser.waitForText("2 of 2 profiles have moved");
            browser.photograph("moving-left");
        }
    }

    /** What Apache knows of who entered, having been configured for one Hiboo or the other. */
    private static JsonNode learnt(RunningHiboo hiboo) {
        try (Apache apache = Apache.start(APACHE_PORT, hiboo.address(), hiboo.clientSecret("apache"))) {
            Person ada = new Person(hiboo.address().getAuthority(), apache.authority());
            Page room = Members.pass(ada, ada.open(apache.at("/members/")), "ada", "ada_at_apache");
            assertThat(room.text()).isEqualTo("Members' room");
            return JsonMapper.shared()
                    .readTree(ada.open(apache.at("/members/callback?info=json")).text());
        }
    }

    /** A request whose answer nobody waits for: it is enough that the profile is made on the way. */
    private static URI authorization(RunningHiboo hiboo) {
        return hiboo.at("/oauth2/authorize?response_type=code&client_id=node&scope=openid"
                + "&redirect_uri=http%3A%2F%2Flocalhost%3A9%2Fcallback&state=s"
                + "&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&code_challenge_method=S256");
    }

    private static void eachCommunityAddsTheOther() {
        try (Browser browser = admin(there)) {
            trust(browser, there, here);
        }
        try (Browser browser = admin(here)) {
            trust(browser, here, there);
            for (String service : new String[] {"apache", "node"}) {
                fill(browser, "Service of yours", service);
                act(browser, "Match");
                browser.see(By.xpath("//vaadin-button[@aria-label='Let nothing more come to " + service + "']"));
            }
            browser.photograph("moving-communities");
        }
    }

    private static void trust(Browser browser, RunningHiboo who, RunningHiboo whom) {
        browser.go(who.at("/admin/communities"));
        browser.waitForText("No accounts are exchanged yet");
        fill(browser, "Address of its Hiboo", whom.address().toString());
        act(browser, "Add it");
        browser.waitForText("Its keys");
    }

    private static Browser admin(RunningHiboo hiboo) {
        Browser browser = Browser.open(Locale.ENGLISH, Screen.DESK, false);
        browser.go(hiboo.firstAdmin());
        browser.type("username", ADMIN);
        browser.type("email", ADMIN + "@example.test");
        browser.type("password", Members.password(ADMIN));
        browser.click("[name=terms]");
        browser.click("form:has([name=password]) button.primary");
        browser.waitForPath("/factors/authenticator");
        Authenticator.type(browser, Authenticator.reading(browser).code(0));
        browser.waitForPath("/factors/recovery-codes");
        browser.click("form button.primary");
        browser.press("I have kept them");
        browser.waitForText("Administration");
        return browser;
    }

    private static void signIn(Browser browser, RunningHiboo hiboo, String path) {
        browser.go(hiboo.at(path));
        browser.waitForPath("/sign-in");
        browser.type("username", "ada");
        browser.type("password", Members.password("ada"));
        browser.click("form:has([name=password]) button.primary");
        browser.waitForPath(path);
    }

    private static Path download(Browser browser) throws IOException {
        Path directory = Files.createTempDirectory("hiboo-move");
        browser.driver()
                .executeCdpCommand(
                        "Browser.setDownloadBehavior",
                        Map.of("behavior", "allow", "downloadPath", directory.toString()));
        browser.click("form button.primary");
        Path file = directory.resolve("move.hiboo");
        Awaitility.await("the file").until(() -> Files.exists(file) && Files.size(file) > 0);
        return file;
    }
}
