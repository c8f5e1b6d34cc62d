package org.acides.hiboo.journeys;

import static org.acides.hiboo.journeys.Screens.act;
import static org.acides.hiboo.journeys.Screens.confirm;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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

/** A member adds an application that shows codes, signs in with it, and once without it. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FactorJourney {

    private static final String LOGIN = "nyctale";

    private static RunningHiboo hiboo;
    private static Authenticator application;
    private static List<String> recovery;

    @BeforeAll
    static void start() {
        hiboo = RunningHiboo.fresh("factors").start();
        Members.signUp(hiboo, LOGIN, LOGIN + "@example.test");
    }

    @AfterAll
    static void stop() {
        hiboo.close();
    }

    @Test
    @Order(1)
    void aMemberAddsAnApplicationAndKeepsTheirRecoveryCodes() {
        try (Browser browser = Browser.open(Locale.ENGLISH, Screen.DESK, false)) {
            browser.go(hiboo.at("/sessions"));
            signIn(browser, "/sessions");
            browser.click(By.linkText("Add an authenticator application"));
            browser.waitForPath("/factors/authenticator");
            application = Authenticator.reading(browser);
            browser.photograph("factors-authenticator");
            Authenticator.type(browser, "000000");
            browser.waitForText("That code does not work");
            Authenticator.type(browser, application.code(0));
            browser.waitForPath("/factors/recovery-codes");
            browser.click("form button.primary");
            browser.waitForText("They are shown this once");
            recovery = browser.driver().findElements(By.cssSelector(".codes code")).stream()
                    .map(WebElement::getText)
                    .toList();
            assertThat(recovery).hasSize(10);
            browser.photograph("factors-recovery-codes");
            browser.press("I have kept them");
            browser.waitForPath("/sessions");
            browser.waitForText("10 recovery codes left");
            browser.photograph("factors-sessions");
        }
    }

    @Test
    @Order(2)
    void theySignInWithACodeOfItAndTheHistorySaysWhatWasDone() {
        try (Browser browser = Browser.open(Locale.FRENCH, Screen.PHONE, true)) {
            browser.go(hiboo.at("/history"));
            signIn(browser, "/second-step");
            browser.waitForText("Encore une étape");
            browser.photograph("factors-second-step-phone-dark-fr");
            Authenticator.type(browser, application.code(1));
            browser.waitForPath("/history");
            browser.waitForText("Un second facteur a été ajouté");
            browser.go(hiboo.at("/sessions"));
            browser.waitForText("10 codes de secours restants");
            browser.photograph("factors-sessions-phone-dark-fr");
        }
    }

    @Test
    @Order(3)
    void withoutItARecoveryCodeLetsThemInAndTheyRemoveIt() {
        try (Browser browser = Browser.open(Locale.ENGLISH, Screen.DESK, false)) {
            browser.go(hiboo.at("/sessions"));
            signIn(browser, "/second-step");
            Authenticator.type(browser, recovery.getFirst());
            browser.waitForPath("/sessions");
            browser.waitForText("9 recovery codes left");
            act(browser, "Remove");
            confirm(browser);
            browser.waitForText("Add an authenticator application");
            assertThat(browser.text()).doesNotContain("recovery codes left");
        }
        try (Browser browser = Browser.open(Locale.ENGLISH, Screen.DESK, false)) {
            browser.go(hiboo.at("/sessions"));
            signIn(browser, "/sessions");
        }
    }

    private static void signIn(Browser browser, String then) {
        browser.waitForPath("/sign-in");
        browser.type("username", LOGIN);
        browser.type("password", Members.password(LOGIN));
        browser.click("form:has([name=password]) button");
        browser.waitForPath(then);
    }
}
