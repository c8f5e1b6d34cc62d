package org.acides.hiboo.journeys;

import static org.acides.hiboo.journeys.Screens.act;
import static org.acides.hiboo.journeys.Screens.confirm;
import static org.acides.hiboo.journeys.Screens.fill;
import static org.acides.hiboo.journeys.Screens.waiting;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Locale;
import org.acides.hiboo.journeys.Browser.Screen;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.openqa.selenium.By;
import org.openqa.selenium.WindowType;

/** A member lost their second factor: two admins and a delay take it away, unless the member has it after all. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RecoveryJourney {

    private static final String MEMBER = "chevechette";
    private static final String ADMIN = "grandduc";
    private static final String OTHER_ADMIN = "effraie";

    private static Community community;

    @BeforeAll
    static void start() {
        community = Community.start("recovery", "--hiboo.recovery.delay=1h");
    }

    @AfterAll
    static void stop() {
        community.close();
    }

    @Test
    @Order(1)
    void aMemberAddsASecondFactorThatTheyWillLose() {
        try (Browser browser = desk()) {
            community.enter(browser, MEMBER, "/factors/authenticator");
            Authenticator.type(browser, community.code(Authenticator.reading(browser)));
            browser.waitForPath("/factors/recovery-codes");
        }
    }

    @Test
    @Order(2)
    void anAdminWhoSignedInLongAgoProvesAnewBeforeTheyHandOutARole() {
        try (Browser browser = desk()) {
            community.enter(browser, ADMIN, "/admin/accounts");
            choose(browser, OTHER_ADMIN);
            community.later(Duration.ofMinutes(11));
            grant(browser);
            browser.waitForText("Is it still you?");
            browser.photograph("fresh-proof");
            String screen = browser.driver().getWindowHandle();
            String link = browser.see(By.linkText("Prove it")).getAttribute("href");
            browser.driver().switchTo().newWindow(WindowType.TAB);
            browser.go(java.net.URI.create(link));
            browser.waitForPath("/sign-in");
            community.prove(browser, ADMIN, "/admin/accounts");
            browser.driver().close();
            browser.driver().switchTo().window(screen);
            act(browser, "Cancel");
            grant(browser);
            browser.waitForText("Saved.");
        }
    }

    private static void grant(Browser browser) {
        browser.click("vaadin-button[aria-label='Grant the role: Admin']");
        confirm(browser);
    }

    @Test
    @Order(3)
    void oneAdminProposesAndAnotherConfirms() {
        propose("recovery-propose");
        confirmAsOther("recovery-due");
    }

    @Test
    @Order(4)
    void theMemberHasItAfterAllAndCallsItOffByTheLetter() {
        try (Browser browser = Browser.open(Locale.FRENCH, Screen.PHONE, true)) {
            browser.go(community.letter("recovery"));
            browser.waitForText("Garder votre second facteur");
            browser.photograph("recovery-letter-phone-dark-fr");
            browser.press("Le garder");
            browser.waitForPath("/sign-in");
            browser.waitForText("Votre second facteur reste");
            browser.photograph("recovery-called-off-phone-dark-fr");
            signIn(browser);
            browser.waitForPath("/second-step");
        }
    }

    @Test
    @Order(5)
    void elseItGoesAfterTheDelayAndThePasswordAloneLetsThemIn() {
        propose("recovery-proposed-again");
        confirmAsOther("recovery-due-again");
        community.later(Duration.ofMinutes(61));
        Awaitility.await()
                .atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> community.mailbox().contains("Votre second facteur a été retiré"));
        try (Browser browser = Browser.open(Locale.FRENCH, Screen.PHONE, true)) {
            browser.go(community.at("/sessions"));
            signIn(browser);
            browser.waitForPath("/sessions");
            browser.waitForText("Ajouter une application");
            browser.photograph("recovery-done-phone-dark-fr");
            assertThat(browser.text()).doesNotContain("codes de secours restants");
        }
    }

    private static void propose(String photograph) {
        try (Browser browser = desk()) {
            community.enter(browser, ADMIN, "/admin/accounts");
            choose(browser, MEMBER);
            act(browser, "Propose a recovery");
            fill(browser, "How you know that it is them", "She came to the workshop, and I know her.");
            browser.photograph(photograph);
            browser.click("vaadin-dialog[opened] vaadin-button[theme~=primary]");
            browser.waitForText(ADMIN + " proposed a recovery");
            browser.photograph(photograph + "d");
        }
    }

    private static void confirmAsOther(String photograph) {
        try (Browser browser = desk()) {
            community.enter(browser, OTHER_ADMIN, "/admin/accounts");
            choose(browser, MEMBER);
            act(browser, "Confirm");
            waiting(browser)
                    .until(any -> !browser.driver()
                            .findElements(By.cssSelector("vaadin-confirm-dialog[opened]"))
                            .isEmpty());
            confirm(browser);
            browser.waitForText("Confirmed: the factors go");
            browser.photograph(photograph);
        }
    }

    private static void choose(Browser browser, String login) {
        browser.click(By.xpath("//vaadin-grid//span[.='" + login + "']"));
        browser.waitForText("What happened to this account");
    }

    private static void signIn(Browser browser) {
        browser.type("username", MEMBER);
        browser.type("password", "la-nuit-porte-conseil");
        browser.click("form:has([name=password]) button");
    }

    private static Browser desk() {
        return Browser.open(Locale.ENGLISH, Screen.DESK, false);
    }
}
