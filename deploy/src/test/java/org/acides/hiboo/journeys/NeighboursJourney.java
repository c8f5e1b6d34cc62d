package org.acides.hiboo.journeys;

import static org.acides.hiboo.journeys.Screens.act;
import static org.acides.hiboo.journeys.Screens.confirm;
import static org.acides.hiboo.journeys.Screens.fill;
import static org.acides.hiboo.journeys.Screens.waiting;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Locale;
import org.acides.hiboo.identity.upstream.Issuers;
import org.acides.hiboo.journeys.Browser.Screen;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.openqa.selenium.By;

/** Two communities, each with its Hiboo. A member of both links one identity to the other, and signs in by it. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class NeighboursJourney {

    private static final String ADMIN = "grandduc";
    private static final String MEMBER = "nyctale";

    /** Under another name of this machine, for browsers keep cookies of all ports of a host together. */
    private static URI neighbours;

    private static RunningHiboo theirs;
    private static RunningHiboo ours;

    @BeforeAll
    static void start() {
        RunningHiboo.Recipe here = RunningHiboo.fresh("neighbours-ours");
        RunningHiboo.Recipe there = RunningHiboo.fresh("neighbours-theirs");
        neighbours = URI.create("http://127.0.0.1:" + there.port());
        String home = "http://localhost:" + here.port();
        theirs = there.argument("--hiboo.address=" + neighbours)
                .seed("chouettes", home + Issuers.callback(neighbours), home + "/", 1)
                .argument("--seed.members=2")
                .start();
        ours = here.argument("--hiboo.upstream.in-private-networks=true").start();
    }

    @AfterAll
    static void stop() {
        theirs.close();
        ours.close();
    }

    @Test
    @Order(1)
    void anAdminRegistersTheNeighboursAndOpensTheDoor() {
        try (Browser browser = Browser.open(Locale.ENGLISH, Screen.DESK, false)) {
            browser.go(ours.firstAdmin());
            browser.type("username", ADMIN);
            browser.type("email", ADMIN + "@example.test");
            browser.type("password", Members.password(ADMIN));
            browser.click("[name=terms]");
            browser.click("form:has([name=password]) button.primary");
            browser.waitForPath("/factors/authenticator");
            Authenticator.type(browser, Authenticator.reading(browser).code(0));
            browser.waitForPath("/factors/recovery-codes");
            browser.go(ours.at("/admin/upstreams"));
            browser.waitForText("There is no other provider yet.");
            act(browser, "Register a provider");
            fill(browser, "Issuer", "https://nobody.invalid");
            act(browser, "Find it");
            browser.waitForText("There is no discovery document at that address");
            browser.photograph("upstreams-not-found");
            fill(browser, "Issuer", neighbours.toString());
            act(browser, "Find it");
            browser.waitForText(Issuers.callback(neighbours));
            fill(browser, "Client identifier", "chouettes");
            fill(browser, "Name on the button", "Les Mésanges");
            fill(browser, "Client secret", theirs.clientSecret("chouettes"));
            browser.photograph("upstreams-register");
            act(browser, "Register");
            browser.waitForText("Nobody is linked to it.");
            act(browser, "Open");
            confirm(browser);
            browser.waitForText("Les Mésanges is open.");
            browser.photograph("upstreams");
            browser.resize(Screen.PHONE);
            browser.photograph("upstreams-phone");
        }
    }

    @Test
    @Order(2)
    void aMemberLinksTheirIdentityThere() {
        Members.signUp(ours, MEMBER, MEMBER + "@example.test");
        try (Browser browser = Browser.open(Locale.ENGLISH, Screen.DESK, false)) {
            browser.go(ours.at("/sessions"));
            browser.waitForPath("/sign-in");
            browser.waitForText("With Les Mésanges");
            browser.photograph("sign-in-with-neighbours");
            browser.type("username", MEMBER);
            browser.type("password", Members.password(MEMBER));
            browser.click("form:has([name=password]) button.primary");
            browser.waitForPath("/sessions");
            browser.waitForText("Identities elsewhere");
            browser.photograph("links-none");
            browser.click(By.linkText("Link"));
            browser.waitForPath("/factors/elsewhere");
            browser.photograph("link");
            browser.press("Go to Les Mésanges");
            signInThere(browser, "user0000");
            browser.waitForPath("/sessions");
            browser.waitForText("Linked since");
            browser.photograph("links");
        }
        assertThat(Person.visiting(ours).open(ours.at("/mailbox")).text())
                .contains("identity at Les Mésanges was linked");
    }

    @Test
    @Order(3)
    void theySignInByItAndUnlinkIt() {
        try (Browser browser = Browser.open(Locale.FRENCH, Screen.PHONE, true)) {
            browser.go(ours.at("/sessions"));
            browser.waitForPath("/sign-in");
            browser.photograph("sign-in-with-neighbours-phone-dark-fr");
            browser.press("Avec Les Mésanges");
            signInThere(browser, "user0000");
            browser.waitForPath("/sessions");
            browser.waitForText("Liée depuis");
            browser.photograph("links-phone-dark-fr");
            browser.go(ours.at("/history"));
            browser.waitForText("Une identité d’ailleurs a été liée");
            browser.go(ours.at("/sessions"));
            act(browser, "Délier");
            confirm(browser);
            browser.waitForText("Pas liée");
        }
    }

    @Test
    @Order(4)
    void whomNobodyLinkedReadsWhatToDo() {
        try (Browser browser = Browser.open(Locale.FRENCH, Screen.PHONE, false)) {
            browser.go(ours.at("/sign-in"));
            browser.press("Avec Les Mésanges");
            signInThere(browser, "user0001");
            browser.waitForText("Aucun compte n’est encore lié");
            assertThat(browser.address().getPath()).isEqualTo("/sign-in/elsewhere");
            assertThat(browser.address().getQuery()).doesNotContain("code=");
            browser.photograph("unlinked-phone-fr");
            browser.press("Se connecter et la lier");
            browser.waitForPath("/sign-in");
        }
    }

    private static void signInThere(Browser browser, String login) {
        waiting(browser).until(any -> browser.address().getAuthority().equals(neighbours.getAuthority()));
        browser.waitForPath("/sign-in");
        browser.type("username", login);
        browser.type("password", login.replace("user", "Passw0rd-"));
        browser.click("form:has([name=password]) button.primary");
    }
}
