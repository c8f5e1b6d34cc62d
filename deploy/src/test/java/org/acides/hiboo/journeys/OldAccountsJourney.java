package org.acides.hiboo.journeys;

import static org.acides.hiboo.journeys.Screens.act;
import static org.acides.hiboo.journeys.Screens.confirm;
import static org.acides.hiboo.journeys.Screens.fill;
import static org.acides.hiboo.journeys.Screens.tab;
import static org.acides.hiboo.journeys.Screens.waiting;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import org.acides.hiboo.journeys.Browser.Screen;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/** An admin brings a service's old accounts; two members prove one of them, and the admin decides whose it is. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OldAccountsJourney {

    private static final String ADMIN = "grandduc";
    private static final String CLAIMANT = "nyctale";
    private static final String CONTESTER = "harfang";
    private static final String OLD_NAME = "Chouette.Effraie";
    private static final String OLD_PASSWORD = "la-chouette";

    /** What passlib made of the old password with bcrypt. */
    private static final String HASH = "$2b$04$L75F.53pi9XpqSH1S3yJt.oiHdmYFhfzcC7fTj0qpIV/FTBOBRqdu";

    private static final int LINES = 3_000;

    private static RunningHiboo hiboo;
    private static Deque<String> recovery = new ArrayDeque<>();

    @BeforeAll
    static void start() {
        hiboo = RunningHiboo.fresh("old-accounts")
                .seed("forum", "http://localhost:9/callback", "http://localhost:9/", 2)
                .argument("--seed.members=1")
                .start();
        try (Browser browser = desk()) {
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
            browser.waitForText("They are shown this once");
            recovery = new ArrayDeque<>(browser.driver().findElements(By.cssSelector(".codes code")).stream()
                    .map(WebElement::getText)
                    .toList());
        }
        for (String login : new String[] {CLAIMANT, CONTESTER}) Members.signUp(hiboo, login, login + "@example.test");
    }

    @AfterAll
    static void stop() {
        hiboo.close();
    }

    @Test
    @Order(1)
    void anAdminReadsAListSeesWhatCollidesAndImportsTheRest() throws IOException {
        try (Browser browser = desk()) {
            enter(browser, ADMIN, "/admin/services");
            browser.click(By.linkText("forum"));
            tab(browser, "Old accounts");
            WebElement file = waiting(browser).until(any -> (WebElement) browser.driver()
                    .executeScript("return document.querySelector('.old-accounts vaadin-upload')?.shadowRoot"
                            + "?.querySelector('input[type=file]')"));
            assertNothingScrollsSideways(browser);
            browser.photograph("old-accounts-empty");
            file.sendKeys(list().toString());
            browser.waitForText("3,000 of 3,003 accounts can be imported");
            act(browser, "3 problems…");
            browser.waitForText("A profile has this username already");
            browser.waitForText("Line 2 has this username too");
            browser.photograph("old-accounts-problems");
            browser.click(By.xpath("//vaadin-dialog//vaadin-button[normalize-space()='Close']"));
            act(browser, "Import");
            confirm(browser);
            browser.waitForText("of 3,000 accounts are imported");
            browser.photograph("old-accounts-running");
            browser.waitForText("3,000 accounts imported");
            assertNothingScrollsSideways(browser);
            browser.photograph("old-accounts-imported");
        }
    }

    @Test
    @Order(2)
    void aMemberClaimsTheirsByTheOldPassword() {
        try (Browser browser = desk()) {
            enter(browser, CLAIMANT, "/");
            browser.press("I already had an account on forum");
            browser.waitForPath("/claim");
            prove(browser, "claim");
            browser.waitForPath("/");
            browser.waitForText(OLD_NAME);
        }
    }

    @Test
    @Order(3)
    void anotherProvesItTooAndContestsIt() {
        try (Browser browser = Browser.open(Locale.FRENCH, Screen.PHONE, true)) {
            enter(browser, CONTESTER, "/claim?service=" + hiboo.seeded("forum.service"));
            prove(browser, "claim-phone-dark-fr");
            browser.waitForText("quelqu’un d’autre l’a prouvé avant vous");
            browser.photograph("claim-claimed-phone-dark-fr");
            browser.type(
                    "statement", "J’y écris depuis 2014 ; mon premier message parlait d’une effraie des clochers.");
            browser.type("password", OLD_PASSWORD);
            browser.press("Contester la reprise");
            browser.waitForText("L’ancien compte est gelé");
            browser.photograph("claim-contested-phone-dark-fr");
            browser.go(hiboo.at("/"));
            browser.waitForText("Vous contestez à qui est l’ancien compte");
            browser.photograph("home-contesting-phone-dark-fr");
        }
    }

    @Test
    @Order(4)
    void whoClaimedItSeesItFrozenAndAnswers() {
        try (Browser browser = desk()) {
            enter(browser, CLAIMANT, "/");
            browser.waitForText("contested");
            browser.photograph("home-contested");
            act(browser, "Say why it is mine…");
            fill(browser, "Why it is yours", "I chose that password in 2014, and nobody else had it.");
            browser.photograph("home-contest-answer");
            act(browser, "Send");
            browser.waitForText("The managers will read it.");
        }
    }

    @Test
    @Order(5)
    void theAdminReadsBothAndMovesIt() {
        try (Browser browser = desk()) {
            enter(browser, ADMIN, "/admin");
            browser.waitForText("A contested claim waits.");
            browser.go(hiboo.at("/managing"));
            browser.waitForText("nobody else had it");
            browser.waitForText("effraie des clochers");
            assertThat(browser.text()).doesNotContain(CLAIMANT, CONTESTER);
            browser.photograph("managing-contest");
            browser.paint(true);
            browser.resize(Screen.PHONE);
            browser.photograph("managing-contest-phone-dark");
            browser.resize(Screen.DESK);
            browser.paint(false);
            act(browser, "It moves…");
            fill(browser, "Reason", "The first message is as one side says.");
            browser.photograph("managing-contest-moves");
            act(browser, "It moves");
            browser.waitForText(OLD_NAME + " goes to who contested it.");
            browser.waitForText("No request waits.");
        }
    }

    @Test
    @Order(6)
    void bothReadWhatWasDecided() {
        try (Browser winner = Browser.open(Locale.FRENCH, Screen.PHONE, false);
                Browser loser = desk()) {
            enter(winner, CONTESTER, "/");
            winner.waitForText("est à vous");
            winner.photograph("home-contest-won-phone-fr");
            enter(loser, CLAIMANT, "/");
            loser.waitForText("goes to whoever contested it");
            loser.waitForText("The first message is as one side says.");
            loser.photograph("home-contest-lost");
        }
    }

    private static void prove(Browser browser, String photograph) {
        browser.type("handle", OLD_NAME);
        browser.type("password", OLD_PASSWORD);
        browser.photograph(photograph);
        browser.click("form:has([name=handle]) button.primary");
    }

    /** Three lines of it are not imported: a name that a member has, one that comes twice, a hash of no known kind. */
    private static Path list() throws IOException {
        StringBuilder list = new StringBuilder("handle,hash\n").append(OLD_NAME + "," + HASH + "\n");
        for (int line = 1; line < LINES; line++)
            list.append("ancien").append(line).append(',').append(HASH).append('\n');
        list.append(OLD_NAME + "," + HASH + "\nuser0000," + HASH + "\nmd5,5f4dcc3b5aa765d61d8327deb882cf99\n");
        return Files.writeString(Path.of("target/journeys/old-accounts.csv").toAbsolutePath(), list);
    }

    /** Nothing on the page is wider than its place, within components too; the row of tabs alone may be. */
    private static void assertNothingScrollsSideways(Browser browser) {
        assertThat(browser.driver().executeScript("""
            const wide = [];
            const walk = root => root.querySelectorAll('*').forEach(one => {
              if (one.scrollWidth > one.clientWidth + 1 && one.clientWidth > 0
                  && /auto|scroll/.test(getComputedStyle(one).overflowX)
                  && root.host?.localName !== 'vaadin-tabs')
                wide.push(one.localName + ' ' + one.scrollWidth + ' in ' + one.clientWidth);
              if (one.shadowRoot) walk(one.shadowRoot);
            });
            walk(document);
            return wide.join();
            """)).isEqualTo("");
    }

    private static Browser desk() {
        return Browser.open(Locale.ENGLISH, Screen.DESK, false);
    }

    private static void enter(Browser browser, String login, String path) {
        browser.go(hiboo.at(path));
        browser.waitForPath("/sign-in");
        browser.type("username", login);
        browser.type("password", Members.password(login));
        browser.click("form:has([name=password]) button");
        if (login.equals(ADMIN)) {
            browser.waitForPath("/second-step");
            Authenticator.type(browser, recovery.removeFirst());
        }
        browser.waitForPath(path.replaceAll("\\?.*", ""));
    }
}
