package org.acides.hiboo.journeys;

import java.time.Duration;
import org.openqa.selenium.By;
import org.openqa.selenium.ElementNotInteractableException;
import org.openqa.selenium.Keys;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.WebDriverWait;

/** What a person does on the screens behind the sign-in, which draw themselves anew while one looks. */
final class Screens {

    private Screens() {}

    /** Types into the field of that label, in place of what it holds. */
    static void fill(Browser browser, String label, String text) {
        WebElement field = waiting(browser)
                .until(any ->
                        browser.driver().findElements(By.xpath("//label[normalize-space()='" + label + "']")).stream()
                                .filter(shown -> isShown(browser, shown))
                                .findFirst()
                                .orElse(null));
        browser.driver().executeScript("arguments[0].scrollIntoView({block: 'center'})", field);
        WebElement input = browser.see(By.id(field.getAttribute("for")));
        input.sendKeys(Keys.chord(Keys.CONTROL, "a"), text);
        // Focus that leaves is what tells the server.
        input.sendKeys(Keys.TAB);
    }

    static void tab(Browser browser, String name) {
        click(browser, "vaadin-tab", name);
    }

    /** Checks or unchecks what has exactly this label. */
    static void check(Browser browser, String label) {
        click(browser, "label", label);
    }

    /** Presses the button with exactly these words that can be pressed now. */
    static void act(Browser browser, String words) {
        click(browser, "vaadin-button", words);
    }

    private static void click(Browser browser, String element, String words) {
        WebElement found = waiting(browser)
                .until(
                        any -> browser
                                .driver()
                                .findElements(By.xpath("//" + element + "[normalize-space()='" + words + "']"))
                                .stream()
                                .filter(each -> each.getAttribute("disabled") == null && isShown(browser, each))
                                .findFirst()
                                .orElse(null));
        browser.driver().executeScript("arguments[0].scrollIntoView({block: 'center', inline: 'center'})", found);
        // What was scrolled to may still be on its way.
        waiting(browser).ignoring(ElementNotInteractableException.class).until(any -> {
            found.click();
            return true;
        });
    }

    /** Also what one must scroll to: the driver counts it as hidden. */
    private static boolean isShown(Browser browser, WebElement element) {
        return (boolean) browser.driver()
                .executeScript("return arguments[0].checkVisibility({visibilityProperty: true})", element);
    }

    /** Says yes to the question that is open. */
    static void confirm(Browser browser) {
        browser.click("vaadin-confirm-dialog[opened] vaadin-button[slot='confirm-button']");
    }

    static WebDriverWait waiting(Browser browser) {
        WebDriverWait waiting = new WebDriverWait(browser.driver(), Duration.ofSeconds(20), Duration.ofMillis(100));
        waiting.ignoring(StaleElementReferenceException.class);
        return waiting;
    }
}
