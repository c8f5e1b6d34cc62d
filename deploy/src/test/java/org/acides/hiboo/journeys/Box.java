package org.acides.hiboo.journeys;

import java.net.URI;
import org.openqa.selenium.interactions.Actions;

/** The captcha's widget as a visitor meets it, on a page with one. */
final class Box {

    private static final String STATE = "return document.querySelector('[data-sitekey],"
            + " #box').shadowRoot.querySelector('[role=status]').textContent";
    private static final String FOCUS =
            "const at = document.activeElement.shadowRoot?.activeElement; return at?.dataset.kind || at?.type || ''";

    private Box() {}

    static void open(Browser browser, URI page) {
        browser.go(page);
        Screens.waiting(browser)
                .until(any -> browser.driver()
                        .executeScript("return !!document.querySelector('[data-sitekey], #box')?.shadowRoot")
                        .equals(true));
    }

    static void choose(Browser browser, String kind) {
        browser.driver()
                .executeScript("document.querySelector('.h-captcha').shadowRoot.querySelector('button.plain').click()");
        String button = "document.querySelector('.h-captcha').shadowRoot.querySelector('[data-kind=" + kind + "]')";
        Screens.waiting(browser)
                .until(any ->
                        browser.driver().executeScript("return !!" + button).equals(true));
        browser.driver().executeScript(button + ".click()");
    }

    static void press(Browser browser, CharSequence... keys) {
        Actions actions = new Actions(browser.driver());
        for (CharSequence each : keys) actions.sendKeys(each);
        actions.perform();
    }

    static void waitFor(Browser browser, String words) {
        Screens.waiting(browser)
                .until(any ->
                        String.valueOf(browser.driver().executeScript(STATE)).contains(words));
    }

    static void focusOn(Browser browser, String what) {
        Screens.waiting(browser).until(any -> what.equals(browser.driver().executeScript(FOCUS)));
    }
}
