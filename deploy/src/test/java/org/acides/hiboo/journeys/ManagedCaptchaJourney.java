package org.acides.hiboo.journeys;

import static org.acides.hiboo.journeys.Screens.act;
import static org.acides.hiboo.journeys.Screens.fill;
import static org.acides.hiboo.journeys.Screens.tab;
import static org.acides.hiboo.journeys.Screens.waiting;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import org.acides.hiboo.journeys.Browser.Screen;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

/** Those who answer for services keep their captcha sites, and see no other. */
class ManagedCaptchaJourney {

    private static final String WITH_FACTOR = "harfang";
    private static final String WITHOUT_FACTOR = "cheveche";
    private static final UUID HIBOOS_OWN =
            UUID.nameUUIDFromBytes("Hiboo's own forms 1".getBytes(StandardCharsets.UTF_8));

    private static Community community;

    @BeforeAll
    static void start() {
        community = Community.start("managed-captcha");
    }

    @AfterAll
    static void stop() {
        community.close();
    }

    @Test
    void aManagerKeepsTheSitesOfTheirServicesAndSeesNoOther() {
        try (Browser browser = desk()) {
            community.enter(browser, "grandduc", "/admin/services");
            browser.click(By.linkText("Nextcloud"));
            tab(browser, "Managers");
            fill(browser, "Login name or e-mail address", WITH_FACTOR);
            act(browser, "Trust them with this service");
            browser.waitForText(WITH_FACTOR);
        }
        try (Browser browser = desk()) {
            community.enter(browser, WITH_FACTOR, "/managing");
            browser.press("Captcha of your services");
            browser.waitForText("No site matches");
            act(browser, "Register a site");
            describe(browser);
            act(browser, "Register");
            browser.waitForText("Only admins, and managers");
            choose(browser, "Nextcloud");
            act(browser, "Register");
            assertThat(browser.see(By.xpath("(//vaadin-dialog//code)[last()]")).getText())
                    .hasSize(43);
            act(browser, "I have kept it");
            browser.waitForText("Challenges, passes and failures over time");
            browser.photograph("managed-captcha-site");

            browser.go(community.at("/managing/captcha"));
            browser.see(By.xpath("//vaadin-grid-cell-content//a[normalize-space()='Contact form']"));
            assertThat(browser.driver().findElements(By.cssSelector("vaadin-grid-cell-content a")))
                    .hasSize(1);
            browser.photograph("managed-captcha");
            browser.go(community.at("/managing/captcha/" + HIBOOS_OWN));
            browser.waitForText("Nothing is here");
            assertThat(browser.driver().findElements(By.cssSelector("main.page")))
                    .isEmpty();
        }
    }

    @Test
    void whoeverHasNoSecondFactorIsToldToAddOneAndLosesNothing() {
        try (Browser browser = desk()) {
            community.enter(browser, WITHOUT_FACTOR, "/managing/captcha/new");
            describe(browser);
            choose(browser, "Nextcloud");
            act(browser, "Register");
            browser.waitForText("This asks for a second factor");
            assertThat(browser.driver().executeScript("return document.querySelector('vaadin-text-area').value"))
                    .isEqualTo("cloud.hulotte.example");
        }
    }

    @Test
    void theDemoFormComputesTheHarderKindInAWorker() {
        try (Browser browser = desk()) {
            Box.open(browser, community.at("/captcha/demo?lang=en"));
            browser.driver()
                    .executeScript("const box = document.querySelector('.h-captcha'); hiboo.remove(box);"
                            + "hiboo.render(box, {kind: 'pow-argon2'}); hiboo.execute(box)");
            Box.waitFor(browser, "Checked.");
            assertThat(browser.driver().executeScript("return typeof self.hashwasm"))
                    .isEqualTo("undefined");
            browser.press("Send");
            browser.waitForText("pow-argon2");
        }
    }

    private static void describe(Browser browser) {
        fill(browser, "Name", "Contact form");
        fill(browser, "Domains", "cloud.hulotte.example");
    }

    private static void choose(Browser browser, String service) {
        browser.see(By.cssSelector("vaadin-combo-box input")).sendKeys(service);
        waiting(browser)
                .until(any -> browser.driver()
                        .executeScript(
                                "return document.querySelector('vaadin-combo-box').filteredItems?.[0]?.label === arguments[0]",
                                service)
                        .equals(true));
        browser.see(By.cssSelector("vaadin-combo-box input")).sendKeys(Keys.ENTER, Keys.TAB);
        waiting(browser)
                .until(any -> browser.driver()
                        .executeScript("return !!document.querySelector('vaadin-combo-box').selectedItem")
                        .equals(true));
    }

    private static Browser desk() {
        return Browser.open(Locale.ENGLISH, Screen.DESK, false);
    }
}
