package org.acides.hiboo.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.acides.hiboo.journeys.Browser.Screen;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.interactions.Actions;
import tools.jackson.databind.JsonNode;

/** Somebody else's site, whose forms Hiboo's captcha protects, and those who visit it. */
class CaptchaJourney {

    private static OtherSite site;
    private static RunningHiboo hiboo;

    @BeforeAll
    static void start() throws IOException {
        site = new OtherSite();
        hiboo = RunningHiboo.fresh("captcha").captcha(site).start();
        site.checkedBy(hiboo);
    }

    @AfterAll
    static void stop() {
        hiboo.close();
        site.close();
    }

    @Test
    void aVisitorWithAKeyboardAloneTicksTheBoxAndSends() {
        try (Browser browser = Browser.open(Locale.ENGLISH, Screen.DESK, false)) {
            Box.open(browser, site.at("/form"));
            Box.press(browser, Keys.TAB, "hello", Keys.TAB, Keys.SPACE);
            Box.waitFor(browser, "Checked.");
            browser.photograph("captcha-checked");
            Box.press(browser, Keys.TAB, Keys.TAB, Keys.ENTER);
            passed(browser, "h-captcha-response");
        }
    }

    @Test
    void aVisitorAnswersAQuestionOnAPhoneInFrench() {
        try (Browser browser = Browser.open(Locale.FRENCH, Screen.PHONE, true)) {
            Box.open(browser, site.at("/form-fr"));
            Box.press(browser, Keys.TAB, Keys.TAB, Keys.TAB, Keys.ENTER);
            Box.focusOn(browser, "pow");
            browser.photograph("captcha-ways-phone-dark-fr");
            Box.press(browser, Keys.TAB, Keys.TAB, Keys.TAB);
            Box.focusOn(browser, "question");
            Box.press(browser, Keys.ENTER);
            Box.focusOn(browser, "text");
            Box.press(browser, "le coq", Keys.ENTER);
            Box.waitFor(browser, "Ce n’était pas ça.");
            browser.photograph("captcha-question-phone-dark-fr");
            Box.press(browser, "Le Hibou !", Keys.ENTER);
            Box.waitFor(browser, "Vérifié.");
            Box.focusOn(browser, "checkbox");
            Box.press(browser, Keys.TAB, Keys.TAB, Keys.ENTER);
            passed(browser, "h-captcha-response");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"image", "audio"})
    void aVisitorMayReadOrListen(String kind) {
        try (Browser browser = Browser.open(Locale.ENGLISH, Screen.DESK, false)) {
            Box.open(browser, site.at("/form"));
            Box.choose(browser, kind);
            Box.waitFor(browser, "Please answer below.");
            if (kind.equals("image"))
                Screens.waiting(browser)
                        .until(any -> browser.driver()
                                .executeScript("return document.querySelector('.h-captcha').shadowRoot"
                                        + ".querySelector('img').naturalWidth")
                                .equals(520L));
            browser.photograph("captcha-" + kind);
        }
    }

    @Test
    void theHardTierIsWorkedOffAsWell() {
        try (Browser browser = Browser.open(Locale.ENGLISH, Screen.DESK, false)) {
            Box.open(browser, site.at("/form"));
            browser.driver()
                    .executeScript("const box = document.querySelector('.h-captcha'); hiboo.remove(box);"
                            + "hiboo.render(box, {kind: 'pow-argon2'}); hiboo.execute(box)");
            Box.waitFor(browser, "Checked.");
            browser.press("Send");
            passed(browser, "h-captcha-response");
        }
    }

    @Test
    void altchasOwnWidgetSolvesAChallenge() {
        try (Browser browser = Browser.open(Locale.ENGLISH, Screen.DESK, false)) {
            browser.go(site.at("/altcha"));
            // Its tick is drawn over the box.
            new Actions(browser.driver())
                    .click(browser.see(By.cssSelector("altcha-widget input[type=checkbox]")))
                    .perform();
            Screens.waiting(browser)
                    .until(any -> browser.driver()
                            .executeScript("return (document.querySelector('[name=altcha]')?.value || '').length > 100")
                            .equals(true));
            browser.photograph("captcha-altcha");
            browser.press("Send");
            passed(browser, "altcha");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hcaptcha:h-captcha-response",
                "grecaptcha:g-recaptcha-response",
                "turnstile:cf-turnstile-response"
            })
    void pagesWrittenForAVendorWorkFromAnotherAddress(String vendorAndField) {
        String[] parts = vendorAndField.split(":");
        try (Browser browser = Browser.open(Locale.ENGLISH, Screen.DESK, false)) {
            Box.open(browser, site.at("/written-for-" + parts[0]));
            Box.press(browser, Keys.TAB, Keys.TAB, Keys.SPACE);
            Box.waitFor(browser, "Checked.");
            assertThat(browser.driver().getTitle()).isEqualTo("called back");
            browser.press("Send");
            passed(browser, parts[1]);
        }
    }

    @Test
    void whoHasNoJavaScriptCopiesAPass() {
        try (Browser browser = Browser.open(Locale.ENGLISH, Screen.PHONE, false)) {
            browser.driver().executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", true));
            browser.go(hiboo.at("/captcha/manual?lang=en&action=post&sitekey=" + site.key()));
            browser.photograph("captcha-manual-image-phone");
            browser.press("Listen instead");
            browser.waitForText("as in Kilo");
            browser.photograph("captcha-manual-audio-phone");
            browser.press("Answer a question");
            browser.type("text", "a cock");
            browser.press("Check");
            browser.waitForText("That was not it");
            browser.type("text", "The owl!");
            browser.press("Check");
            browser.waitForText("Here is your pass");
            browser.photograph("captcha-manual-pass-phone");
            String pass = browser.see(By.id("pass")).getText();
            assertThat(site.verify(pass)).contains("\"success\":true", "\"action\":\"post\"");
        }
    }

    @Test
    void whateverIsAskedNobodyGetsACookie() throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            for (String path : List.of("challenge", "manual", "widget.js")) {
                HttpResponse<Void> answer = client.send(
                        HttpRequest.newBuilder(
                                        hiboo.at("/captcha/" + path + "?lang=fr&action=post&sitekey=" + site.key()))
                                .build(),
                        BodyHandlers.discarding());
                assertThat(answer.statusCode()).as(path).isEqualTo(200);
                assertThat(answer.headers().allValues("Set-Cookie")).as(path).isEmpty();
            }
        }
    }

    @Test
    void anotherCompanysCheckIsLoadedOnAPageOfOursAfterAYes() {
        try (Browser browser = Browser.open(Locale.ENGLISH, Screen.DESK, false)) {
            Box.open(browser, site.at("/form"));
            Box.choose(browser, "hcaptcha");
            Box.focusOn(browser, "button");
            browser.photograph("captcha-vendor-asked");
            String form = browser.driver().getWindowHandle();
            Box.press(browser, Keys.ENTER);
            Screens.waiting(browser)
                    .until(any -> browser.driver().getWindowHandles().size() == 2);
            browser.driver().getWindowHandles().stream()
                    .filter(each -> !each.equals(form))
                    .forEach(each -> browser.driver().switchTo().window(each));
            browser.waitForText("sees your address");
            browser.photograph("captcha-vendor-consent");
            browser.press("Load hCaptcha");
            browser.waitForText("says a-public-key");
            browser.photograph("captcha-vendor-page");
            browser.click("#vendor");
            Screens.waiting(browser)
                    .until(any -> browser.driver().getWindowHandles().size() == 1);
            browser.driver().switchTo().window(form);
            Box.waitFor(browser, "Checked.");
            browser.press("Send");
            passed(browser, "h-captcha-response");
        }
    }

    @Test
    void clientsOfThreeVendorsCheckPassesAtAnotherAddress() {
        Map<String, JsonNode> steps = Conversation.with(
                NodeModules.of("captcha"),
                address -> "",
                "node",
                "journey.mjs",
                hiboo.address().toString(),
                site.key(),
                site.secret(),
                "http://127.0.0.1");
        assertThat(steps).containsOnlyKeys("hcaptcha", "recaptcha", "turnstile", "recaptcha2", "solution");
        steps.forEach((client, step) -> {
            assertThat(step.get("once").asString()).as(client).isEqualTo("good");
            assertThat(step.get("again").asString()).as(client).isIn("VERIFICATION_FAILED", "timeout-or-duplicate");
        });
        assertThat(steps.get("recaptcha2").get("nonsense").asString()).isEqualTo("invalid-input-response");
        assertThat(steps.get("turnstile").get("nonsense").asString()).isEqualTo("VERIFICATION_FAILED");
    }

    private static void passed(Browser browser, String field) {
        browser.waitForPath("/send");
        assertThat(browser.text())
                .contains(field, "\"success\":true", "\"hostname\":\"127.0.0.1\"", "\"action\":\"post\"");
    }
}
