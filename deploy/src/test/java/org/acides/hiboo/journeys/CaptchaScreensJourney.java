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
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

/** An admin keeps the captcha's sites, and watches what Hiboo's own forms are asked. */
class CaptchaScreensJourney {

    private static RunningHiboo hiboo;

    @BeforeAll
    static void start() {
        hiboo = RunningHiboo.fresh("captcha-screens").start();
    }

    @AfterAll
    static void stop() {
        hiboo.close();
    }

    @Test
    void anAdminSeesHowHardTheFormsArePressedAndRegistersAnotherSite() {
        try (Browser browser = Browser.open(Locale.ENGLISH, Screen.DESK, false)) {
            FirstAdmin admin = FirstAdmin.of(hiboo, browser, "grandduc");
            browser.waitForText("Administration");
            for (String login : new String[] {"hulotte", "effraie"}) Members.signUp(hiboo, login, Members.email(login));
            browser.driver().manage().deleteAllCookies();
            admin.enter(browser, "/admin/captcha");
            browser.see(site("Hiboo"));
            browser.photograph("admin-captcha");
            act(browser, "Register a site");
            fill(browser, "Name", "Forum");
            fill(browser, "Domains", "https://forum.example.test/");
            act(browser, "Register");
            browser.waitForText("is no domain");
            browser.photograph("admin-captcha-refused");
            fill(browser, "Domains", "forum.example.test");
            act(browser, "Register");
            assertThat(browser.see(By.xpath("(//vaadin-dialog//code)[last()]")).getText())
                    .hasSize(43);
            browser.photograph("admin-captcha-secret");
            act(browser, "I have kept it");
            tab(browser, "Questions");
            fill(browser, "Question", "Which bird wakes at night?");
            fill(browser, "Answers that are right", "the owl");
            act(browser, "Add the question");
            browser.waitForText("English · the owl");
            browser.photograph("admin-captcha-questions");
            tab(browser, "Keys");
            browser.waitForText("Address of siteverify");
            browser.photograph("admin-captcha-keys");

            browser.go(hiboo.at("/admin/captcha"));
            browser.click(site("Hiboo"));
            drawn(browser);
            waiting(browser).until(any -> browser.driver().executeScript("""
                    return [...document.querySelectorAll('table.numbers tr')].some(
                        row => [...row.cells].map(cell => cell.textContent).join() === 'Work,2,2,0')
                    """).equals(true));
            browser.photograph("admin-captcha-pressure");
            tab(browser, "Settings");
            waiting(browser)
                    .until(any -> browser.driver()
                            .executeScript("return document.body.textContent.includes('Posed first')")
                            .equals(true));
            browser.photograph("admin-captcha-settings");
            browser.resize(Screen.PHONE);
            browser.photograph("admin-captcha-settings-phone");
            browser.resize(Screen.DESK);
            act(browser, "Retire");
            confirm(browser);
            browser.waitForText("Hiboo has retired.");
            Members.signUp(hiboo, "petitduc", Members.email("petitduc"));
            browser.go(hiboo.at("/admin/captcha"));
            browser.click(site("Hiboo"));
            drawn(browser);
            browser.paint(true);
            browser.resize(Screen.PHONE);
            drawn(browser);
            browser.photograph("admin-captcha-pressure-phone-dark");
            browser.go(hiboo.at("/admin/captcha/pressure"));
            browser.waitForText("What sites are asked");
            drawn(browser);
            browser.photograph("admin-captcha-pressure-all-phone-dark");
        }
    }

    private static void drawn(Browser browser) {
        waiting(browser)
                .until(any -> !browser.driver()
                        .findElements(By.cssSelector(".chart svg path"))
                        .isEmpty());
    }

    private static By site(String name) {
        return By.xpath("//vaadin-grid-cell-content//a[normalize-space()='" + name + "']");
    }
}
