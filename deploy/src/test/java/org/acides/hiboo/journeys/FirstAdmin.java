package org.acides.hiboo.journeys;

import java.util.ArrayDeque;
import java.util.Deque;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/**
 * Whoever followed the printed link of an empty house. They sign in with recovery codes: a code of an application would have
 * to be waited for at each sign-in.
 */
final class FirstAdmin {

    private final RunningHiboo hiboo;
    private final String login;
    private final Deque<String> recovery;

    private FirstAdmin(RunningHiboo hiboo, String login, Deque<String> recovery) {
        this.hiboo = hiboo;
        this.login = login;
        this.recovery = recovery;
    }

    /** Follows the link, signs up, and adds a second factor, without which the role has no effect. */
    static FirstAdmin of(RunningHiboo hiboo, Browser browser, String login) {
        browser.go(hiboo.firstAdmin());
        browser.type("username", login);
        browser.type("email", Members.email(login));
        browser.type("password", Members.password(login));
        browser.click("[name=terms]");
        browser.photograph("first-admin");
        browser.click("form:has([name=password]) button.primary");
        browser.waitForPath("/factors/authenticator");
        browser.waitForText("Your role in the community takes effect");
        browser.photograph("first-admin-second-factor");
        Authenticator.type(browser, Authenticator.reading(browser).code(0));
        browser.waitForPath("/factors/recovery-codes");
        browser.click("form button.primary");
        browser.waitForText("They are shown this once");
        Deque<String> codes = new ArrayDeque<>(browser.driver().findElements(By.cssSelector(".codes code")).stream()
                .map(WebElement::getText)
                .toList());
        browser.press("I have kept them");
        return new FirstAdmin(hiboo, login, codes);
    }

    void enter(Browser browser, String path) {
        Members.signIn(hiboo, browser, login, path);
        browser.waitForPath("/second-step");
        Authenticator.type(browser, recovery.removeFirst());
        browser.waitForPath(path.replaceAll("\\?.*", ""));
    }
}
