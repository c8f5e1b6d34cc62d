package org.acides.hiboo.journeys;

import static org.acides.hiboo.journeys.Screens.act;
import static org.acides.hiboo.journeys.Screens.confirm;
import static org.acides.hiboo.journeys.Screens.fill;
import static org.acides.hiboo.journeys.Screens.tab;
import static org.acides.hiboo.journeys.Screens.waiting;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.acides.hiboo.journeys.Browser.Screen;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;

/** The first admin of an empty house sets it up through the screens; others see what their role lets them. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AdminJourney {

    private static final String ADMIN = "grandduc";
    private static final String AUDITOR = "effraie";
    private static final String MEMBER = "hulotte";

    private static RunningHiboo hiboo;
    private static FirstAdmin admin;

    @BeforeAll
    static void start() {
        hiboo = RunningHiboo.fresh("admin").start();
    }

    @AfterAll
    static void stop() {
        hiboo.close();
    }

    @Test
    @Order(1)
    void whoeverFollowsThePrintedLinkBecomesTheFirstAdmin() {
        try (Browser browser = desk()) {
            admin = FirstAdmin.of(hiboo, browser, ADMIN);
            browser.waitForText("Administration");
        }
        Members.signUp(hiboo, AUDITOR, Members.email(AUDITOR));
        Members.signUp(hiboo, MEMBER, Members.email(MEMBER));
    }

    @Test
    @Order(2)
    void anAdminRegistersAServiceAndLosesNothingToARefusal() {
        try (Browser browser = desk()) {
            enter(browser, ADMIN, "/admin/services/new");
            act(browser, "Register");
            browser.waitForText("A short name takes");
            browser.photograph("admin-register-refused");
            fill(browser, "Short name", "forum");
            fill(browser, "Name", "Forum <b>des hiboux</b>");
            fill(browser, "Address", "https://forum.example.test/");
            act(browser, "Register");
            browser.waitForText("It is closed until you open it");
            browser.photograph("admin-service");
        }
    }

    @Test
    @Order(3)
    void anAdminSetsAServiceUpAndSeesItsSecretOnce() {
        try (Browser browser = desk()) {
            enter(browser, ADMIN, "/admin/services");
            browser.click(By.linkText("Forum <b>des hiboux</b>"));
            tab(browser, "Sign-in");
            fill(browser, "Redirect addresses", "https://forum.example.test/callback#fragment");
            act(browser, "Save");
            browser.waitForText("no user name");
            browser.photograph("admin-client-refused");
            fill(browser, "Redirect addresses", "https://forum.example.test/callback");
            act(browser, "Save");
            browser.waitForText("Saved.");
            act(browser, "Issue a secret");
            confirm(browser);
            String secret =
                    browser.see(By.xpath("(//vaadin-dialog//code)[last()]")).getText();
            assertThat(secret).hasSize(43);
            browser.photograph("admin-secret");
            act(browser, "I have kept it");
            browser.driver().navigate().refresh();
            browser.waitForText("Forum <b>des hiboux</b>");
            assertThat(browser.driver().getPageSource()).doesNotContain(secret);

            tab(browser, "Profiles");
            fill(browser, "Quota", "2");
            act(browser, "Save");
            browser.waitForText("Saved.");
            browser.photograph("admin-service-profiles");
            tab(browser, "Usernames");
            fill(browser, "Longest", "20");
            act(browser, "Save");
            browser.waitForText("Saved.");
            act(browser, "Open");
            confirm(browser);
            browser.waitForText("is open.");

            browser.go(hiboo.at("/admin/services"));
            browser.waitForText("Forum <b>des hiboux</b>");
            browser.waitForText("Open");
            browser.photograph("admin-services");
            new Actions(browser.driver())
                    .keyDown(Keys.CONTROL)
                    .sendKeys("k")
                    .keyUp(Keys.CONTROL)
                    .perform();
            waiting(browser).until(any -> (boolean)
                    browser.driver().executeScript("return document.activeElement.closest('.search') !== null"));
        }
    }

    @Test
    @Order(4)
    void anAdminGrantsARoleAndInvites() {
        try (Browser browser = desk()) {
            enter(browser, ADMIN, "/admin/accounts");
            browser.waitForText("3 accounts");
            browser.click(By.xpath("//vaadin-grid//span[.='" + AUDITOR + "']"));
            browser.click("vaadin-button[aria-label='Grant the role: Auditor']");
            confirm(browser);
            browser.waitForText("Saved.");
            browser.photograph("admin-accounts");

            browser.go(hiboo.at("/admin/invitations"));
            act(browser, "Invite people");
            act(browser, "Make the link");
            String link = browser.see(By.cssSelector("vaadin-dialog code")).getText();
            act(browser, "I have kept it");
            browser.waitForText("0 of 1");
            assertThat(Person.visiting(hiboo)
                            .open(java.net.URI.create(link))
                            .document()
                            .selectFirst("[name=email]"))
                    .isNotNull();
        }
    }

    @Test
    @Order(5)
    void aProjectionIsReplayedToItsEnd() {
        try (Browser browser = desk()) {
            enter(browser, ADMIN, "/admin/processors");
            WebElement replay =
                    browser.see(By.cssSelector("vaadin-button[aria-label='Replay projection.catalog.services']"));
            browser.driver().executeScript("arguments[0].scrollIntoView({block: 'center'})", replay);
            replay.click();
            browser.photograph("admin-replay");
            confirm(browser);
            waiting(browser)
                    .until(any -> browser.text().contains("Running")
                            && !browser.text().contains("Replaying")
                            && browser.driver()
                                    .findElements(By.cssSelector("vaadin-confirm-dialog[opened]"))
                                    .isEmpty());
            browser.go(hiboo.at("/admin/services"));
            browser.waitForText("Forum <b>des hiboux</b>");
            browser.go(hiboo.at("/admin"));
            browser.waitForText("Nothing needs a look.");
            browser.photograph("admin-home");
        }
    }

    @Test
    @Order(6)
    void theHistoryIsFilteredAndKeepsPersonalValuesSealed() {
        try (Browser browser = desk()) {
            enter(browser, ADMIN, "/admin/history?name=identity.account-registered");
            browser.waitForText("3 events");
            openEvent(browser);
            assertThat(browser.text()).doesNotContain(Members.email(MEMBER)).doesNotContain(MEMBER);
            browser.photograph("admin-history");
        }
    }

    @Test
    @Order(7)
    void anAuditorSeesTheHistoryAndNoOtherScreenOfTheAdministration() {
        try (Browser browser = Browser.open(Locale.FRENCH, Screen.PHONE, true)) {
            browser.go(hiboo.at("/admin/history"));
            browser.type("username", AUDITOR);
            browser.type("password", Members.password(AUDITOR));
            browser.click("form:has([name=password]) button");
            browser.waitForPath("/factors/authenticator");
            browser.press("Pas maintenant");
            assertNotTheirs(browser, "/admin/history");
            browser.photograph("auditor-without-factor-phone-dark-fr");
            browser.press("Le prouver maintenant");
            browser.waitForPath("/factors/authenticator");
            Authenticator.type(browser, Authenticator.reading(browser).code(0));
            browser.waitForPath("/factors/recovery-codes");
            browser.press("Pas maintenant");
            browser.waitForPath("/admin/history");
            browser.waitForText("Un second facteur a été ajouté");
            browser.photograph("auditor-history-phone-dark-fr");
            for (String path : new String[] {"/admin", "/admin/services", "/admin/accounts", "/admin/processors"})
                assertNotTheirs(browser, path);
        }
    }

    @Test
    @Order(8)
    void aMemberSeesNothingOfTheAdministration() {
        try (Browser browser = Browser.open(Locale.FRENCH, Screen.DESK, false)) {
            enter(browser, MEMBER, "/");
            browser.waitForText("Mes profils");
            assertThat(browser.text()).doesNotContain("Administration");
            for (String path : new String[] {"/admin", "/admin/services", "/admin/history"})
                assertNotTheirs(browser, path);
            browser.photograph("member-not-theirs-fr");
        }
    }

    private static void assertNotTheirs(Browser browser, String path) {
        browser.go(hiboo.at(path));
        waiting(browser)
                .until(any -> browser.text().contains("Cette page ne vous est pas ouverte")
                        || browser.text().contains("Il n’y a rien ici"));
        assertThat(browser.driver().findElements(By.cssSelector("main.page"))).isEmpty();
    }

    private static Browser desk() {
        return Browser.open(Locale.ENGLISH, Screen.DESK, false);
    }

    private static void enter(Browser browser, String login, String path) {
        if (login.equals(ADMIN)) admin.enter(browser, path);
        else Members.enter(hiboo, browser, login, path);
    }

    private static void openEvent(Browser browser) {
        browser.click(By.xpath("//vaadin-grid-cell-content[normalize-space()='Account registered']"));
        browser.waitForText("sealed");
    }
}
