package org.acides.hiboo.journeys;

import static org.acides.hiboo.journeys.Screens.act;
import static org.acides.hiboo.journeys.Screens.check;
import static org.acides.hiboo.journeys.Screens.fill;
import static org.acides.hiboo.journeys.Screens.tab;
import static org.acides.hiboo.journeys.Screens.waiting;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import org.acides.hiboo.journeys.Browser.Screen;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** A site is attacked while an admin looks on; and the forms of Hiboo ask for the harder kind of work. */
class CaptchaAttackJourney {

    /** Of a calm of one a minute, were they to fall into two minutes: eight in one of them, three doublings. */
    private static final int PASSES = 16;

    private static RunningHiboo hiboo;
    private static FirstAdmin admin;

    @BeforeAll
    static void start() {
        hiboo = RunningHiboo.fresh("captcha-attack").start();
        try (Browser browser = desk()) {
            admin = FirstAdmin.of(hiboo, browser, "grandduc");
            browser.waitForText("Administration");
        }
    }

    @AfterAll
    static void stop() {
        hiboo.close();
    }

    @Test
    void anAttackIsSeenAsItRaisesTheDifficulty() {
        try (Browser browser = desk()) {
            admin.enter(browser, "/admin/captcha/new");
            fill(browser, "Name", "Guest book");
            fill(browser, "Domains", "café.example, localhost");
            fill(browser, "Difficulty under attack, at most", "4");
            fill(browser, "Usual passes a minute", "1");
            check(browser, "Work");
            waitForWords(browser, "Nobody gets through here without solving something");
            browser.photograph("captcha-warned");
            check(browser, "Work");
            waitForNoWords(browser, "Nobody gets through here");
            act(browser, "Register");
            String key = browser.see(By.xpath("(//vaadin-dialog//code)[1]")).getText();
            assertThat(key).matches("[0-9a-f]{32}");
            act(browser, "I have kept it");
            waitForWords(browser, "Calm, level 1");
            tab(browser, "Settings");
            Awaitility.await()
                    .until(() -> browser.driver()
                            .executeScript("return document.querySelector('vaadin-text-area').value")
                            .equals("café.example\nlocalhost"));
            tab(browser, "Pressure");

            Attack.on(hiboo, key, "https://xn--caf-dma.example", PASSES);
            waitForWords(browser, "Attack, level 4");
            waitForWords(browser, "Attack on Guest book: its challenges are at level 4 of 4 at most.");
            waitForWords(browser, "fewer than 8 passes each");
            Awaitility.await()
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> browser.driver().executeScript("""
                            return [...document.querySelectorAll('table.numbers')].some(
                                table => table.caption.textContent === 'Changes of difficulty'
                                    && table.tBodies[0].rows[0].cells[1].textContent === '4')
                            """).equals(true));
            Awaitility.await().until(() -> row(browser, "Work,16,16,0"));
            browser.photograph("captcha-attacked");
            lower(browser, "captcha-attacked-below");
            browser.paint(true);
            tab(browser, "Keys");
            waitForWords(browser, "async defer></script>");
            browser.photograph("captcha-keys-dark");
            tab(browser, "Pressure");
            waitForWords(browser, "Attack on Guest book");
            browser.photograph("captcha-attacked-dark");
            browser.paint(false);
            browser.resize(Screen.PHONE);
            browser.photograph("captcha-attacked-phone");
            browser.resize(Screen.DESK);
            tab(browser, "History");
            waitForWords(browser, "Attack: challenges made harder");
            browser.photograph("captcha-attacked-history");

            browser.go(hiboo.at("/admin/captcha/pressure"));
            waitForWords(browser, "Attack on Guest book, level 4 (1 in calm times, 4 at most).");
            waitForWords(browser, "4, attack (calm: 1)");
            waitForWords(browser, "1, calm");
            browser.photograph("captcha-pressure-all");
            lower(browser, "captcha-pressure-all-below");
            choose(browser, "Guest");
            waitForWords(browser, "Difficulty over time");
            assertThat(browser.address().getQuery()).startsWith("site=");
            URI one = browser.address();
            browser.photograph("captcha-pressure-one");
            browser.go(one);
            waitForWords(browser, "Attack on Guest book: its challenges are at level 4");
            assertThat(browser.driver()
                            .executeScript("return document.querySelector('vaadin-combo-box').inputElement.value"))
                    .isEqualTo("Guest book");
        }
        try (Browser phone = Browser.open(Locale.FRENCH, Screen.PHONE, true)) {
            admin.enter(phone, "/admin/captcha/pressure");
            waitForWords(phone, "Attaque sur Guest book, niveau 4");
            phone.photograph("captcha-pressure-all-phone-dark-fr");
            phone.click(By.xpath("//*[contains(@class, 'attacked')]//a[.='Guest book']"));
            waitForWords(phone, "Attaque, niveau 4");
            tab(phone, "Réglages");
            waitForWords(phone, "Posée d’abord");
            phone.photograph("captcha-settings-phone-dark-fr");
            check(phone, "Calcul");
            check(phone, "Image");
            check(phone, "Voix");
            check(phone, "Question");
            check(phone, "Turnstile");
            waitForWords(phone, "Turnstile est accepté, mais ses clés ne sont pas données");
            phone.driver()
                    .executeScript(
                            "document.querySelector('vaadin-form-layout .warnings').scrollIntoView({block: 'center'})");
            phone.photograph("captcha-settings-warned-phone-dark-fr");
            check(phone, "Calcul");
            check(phone, "Turnstile");
            act(phone, "Enregistrer");
            waitForWords(phone, "La question est acceptée, mais aucune n’est écrite");
            tab(phone, "Clés");
            waitForWords(phone, "/captcha/widget.js\" async defer></script>");
            phone.photograph("captcha-keys-phone-dark-fr");
            lower(phone, "captcha-keys-below-phone-dark-fr");
        }
    }

    @Test
    void somebodyJoinsByWorkWithMemory() {
        try (Browser browser = desk()) {
            admin.enter(browser, "/admin/captcha");
            browser.click(By.xpath("//vaadin-grid-cell-content//a[normalize-space()='Hiboo']"));
            waitForWords(browser, "Calm, level");
            tab(browser, "Settings");
            check(browser, "Work with memory");
            putFirst(browser, "Work with memory");
            act(browser, "Save");
            waitForWords(browser, "Saved");
            tab(browser, "Pressure");
            try (Browser visitor = desk()) {
                visitor.go(hiboo.at("/sign-up"));
                visitor.type("username", "cheveche");
                visitor.type("email", Members.email("cheveche"));
                visitor.type("password", Members.password("cheveche"));
                visitor.click("[name=terms]");
                Box.waitFor(visitor, "Checked.");
                // Without a worker, the page itself would have loaded what computes.
                assertThat(visitor.driver().executeScript("return typeof self.hashwasm"))
                        .isEqualTo("undefined");
                visitor.click("form:has([name=terms]) button");
                visitor.waitForText("Look into your mail");
            }
            Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> row(browser, "Work with memory,1,1,0"));
            lower(browser, "captcha-argon2-pressure");
        }
        assertThat(Members.letterTo(hiboo, Members.email("cheveche"))).isNotNull();
    }

    private static void putFirst(Browser browser, String kind) {
        WebElement first = (WebElement) browser.driver()
                .executeScript("return [...document.querySelectorAll('vaadin-select')].find("
                        + "each => each.label === 'Posed first').querySelector('vaadin-select-value-button')");
        browser.driver().executeScript("arguments[0].scrollIntoView({block: 'center'})", first);
        first.click();
        browser.click(By.xpath("//vaadin-select-list-box//vaadin-select-item[normalize-space()='" + kind + "']"));
    }

    /** Chooses a site by the keyboard alone. */
    private static void choose(Browser browser, String site) {
        browser.driver().executeScript("document.querySelector('vaadin-combo-box').scrollIntoView({block: 'center'})");
        WebElement input = browser.see(By.cssSelector("vaadin-combo-box input"));
        input.sendKeys(site);
        waiting(browser)
                .until(any -> Boolean.TRUE.equals(browser.driver()
                        .executeScript(
                                "return document.querySelector('vaadin-combo-box').filteredItems?.[0]?.label"
                                        + "?.startsWith(arguments[0])",
                                site)));
        input.sendKeys(Keys.ARROW_DOWN, Keys.ENTER);
    }

    private static boolean row(Browser browser, String cells) {
        return browser.driver()
                .executeScript(
                        "return [...document.querySelectorAll('table.numbers tr')].some(row =>"
                                + " [...row.cells].map(cell => cell.textContent).join() === arguments[0])",
                        cells)
                .equals(true);
    }

    private static void lower(Browser browser, String name) {
        browser.driver()
                .executeScript("const parts = document.querySelectorAll('.pressed-sites, .snippets, table.numbers');"
                        + "[...parts].find(each => each.checkVisibility())?.scrollIntoView({block: 'start'})");
        browser.photograph(name);
    }

    /** Also in what one must scroll to. */
    private static void waitForWords(Browser browser, String words) {
        Awaitility.await(words).atMost(Duration.ofSeconds(60)).until(() -> says(browser, words));
    }

    private static void waitForNoWords(Browser browser, String words) {
        Awaitility.await("no " + words).atMost(Duration.ofSeconds(20)).until(() -> !says(browser, words));
    }

    private static boolean says(Browser browser, String words) {
        return browser.driver()
                .executeScript("return document.body.textContent.includes(arguments[0])", words)
                .equals(true);
    }

    private static Browser desk() {
        return Browser.open(Locale.ENGLISH, Screen.DESK, false);
    }
}
