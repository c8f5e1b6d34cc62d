package org.acides.hiboo.journeys;

import static org.acides.hiboo.journeys.Screens.act;
import static org.acides.hiboo.journeys.Screens.confirm;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.acides.hiboo.journeys.Browser.Screen;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.virtualauthenticator.VirtualAuthenticator;
import org.openqa.selenium.virtualauthenticator.VirtualAuthenticatorOptions;
import org.openqa.selenium.virtualauthenticator.VirtualAuthenticatorOptions.Protocol;
import org.openqa.selenium.virtualauthenticator.VirtualAuthenticatorOptions.Transport;

/** A member with two passkeys, in a Chromium with an authenticator of its own. */
class PasskeyJourney {

    private static final String LOGIN = "hulotte";

    private static RunningHiboo hiboo;

    @BeforeAll
    static void start() {
        hiboo = RunningHiboo.fresh("passkeys").start();
        Members.signUp(hiboo, LOGIN, LOGIN + "@example.test");
    }

    @AfterAll
    static void stop() {
        hiboo.close();
    }

    @Test
    void aMemberAddsTwoPasskeysSignsInWithOneAloneAndAfterThePasswordAndRemovesOne() {
        try (Browser browser = Browser.open(Locale.ENGLISH, Screen.DESK, false)) {
            VirtualAuthenticator laptop = plugIn(browser, Transport.INTERNAL);
            browser.go(hiboo.at("/sessions"));
            signIn(browser, "/sessions");
            add(browser, "laptop", "/factors/recovery-codes");
            browser.click("form button.primary");
            browser.press("I have kept them");
            browser.waitForPath("/sessions");
            browser.waitForText("laptop");

            addTwice(browser);
            browser.driver().removeVirtualAuthenticator(laptop);
            VirtualAuthenticator key = plugIn(browser, Transport.USB);
            add(browser, "blue key", "/sessions");
            browser.waitForText("blue key");
            browser.photograph("passkeys-sessions");

            signOut(browser);
            browser.go(hiboo.at("/history"));
            browser.waitForPath("/sign-in");
            browser.photograph("passkeys-sign-in");
            browser.press("Sign in with a passkey");
            browser.waitForPath("/history");
            browser.waitForText("A passkey was added");

            signOut(browser);
            key.setUserVerified(false);
            browser.go(hiboo.at("/sessions"));
            signIn(browser, "/second-step");
            browser.photograph("passkeys-second-step");
            browser.press("Sign in with a passkey");
            browser.waitForPath("/sessions");
            browser.waitForText("last used");

            rename(browser);
            act(browser, "Remove");
            confirm(browser);
            browser.waitForText("old laptop: removed.");
            assertThat(browser.text()).contains("blue key");
        }
    }

    @Test
    void whereTheBrowserSaysNoThePageSaysWhatToDo() {
        try (Browser browser = Browser.open(Locale.FRENCH, Screen.PHONE, true)) {
            browser.go(hiboo.at("/sign-in"));
            browser.driver()
                    .executeScript(
                            "navigator.credentials.get = () => Promise.reject(new DOMException('', 'NotAllowedError'))");
            browser.press("Se connecter avec une clé d’accès");
            browser.waitForText("Cela n’a pas abouti");
            browser.photograph("passkeys-sign-in-nothing-phone-dark-fr");
        }
    }

    /** The laptop knows the account already, and says so. */
    private static void addTwice(Browser browser) {
        browser.click(By.linkText("Add a passkey"));
        browser.waitForPath("/factors/passkey");
        browser.click("form[data-passkey] button.primary");
        browser.waitForText("There is a passkey for your account on this device already");
        browser.photograph("passkeys-add-twice");
        browser.go(hiboo.at("/sessions"));
    }

    private static void add(Browser browser, String name, String then) {
        browser.click(By.linkText("Add a passkey"));
        browser.waitForPath("/factors/passkey");
        browser.type("name", name);
        browser.photograph("passkeys-add");
        browser.click("form[data-passkey] button.primary");
        browser.waitForPath(then);
    }

    private static void rename(Browser browser) {
        act(browser, "Rename");
        Screens.fill(browser, "Name", "old laptop");
        browser.photograph("passkeys-rename");
        browser.click("vaadin-dialog vaadin-button[theme~='primary']");
        browser.waitForText("Renamed: old laptop.");
    }

    private static VirtualAuthenticator plugIn(Browser browser, Transport transport) {
        return browser.driver()
                .addVirtualAuthenticator(new VirtualAuthenticatorOptions()
                        .setProtocol(Protocol.CTAP2)
                        .setTransport(transport)
                        .setHasResidentKey(true)
                        .setHasUserVerification(true)
                        .setIsUserVerified(true));
    }

    private static void signOut(Browser browser) {
        browser.go(hiboo.at("/sign-out"));
        browser.click("form button.primary");
        browser.waitForPath("/sign-in");
    }

    private static void signIn(Browser browser, String then) {
        browser.waitForPath("/sign-in");
        browser.type("username", LOGIN);
        browser.type("password", Members.password(LOGIN));
        browser.click("form:has([name=password]) button");
        browser.waitForPath(then);
    }
}
