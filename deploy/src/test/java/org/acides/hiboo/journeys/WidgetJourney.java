package org.acides.hiboo.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.acides.hiboo.journeys.Browser.Screen;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** The captcha's widget where things go otherwise than well, and where a page's script asks for passes. */
class WidgetJourney {

    private static OtherSite site;
    private static RunningHiboo hiboo;

    private Browser browser;

    @BeforeAll
    static void start() throws IOException {
        site = new OtherSite();
        hiboo = RunningHiboo.fresh("widget").captcha(site).start();
        site.checkedBy(hiboo);
    }

    @AfterAll
    static void stop() {
        hiboo.close();
        site.close();
    }

    @BeforeEach
    void open() {
        browser = Browser.open(Locale.ENGLISH, Screen.PHONE, false);
        Box.open(browser, site.at("/form"));
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void oneTextIsSeenOrHeardAndWhatWasTypedStays() {
        Box.choose(browser, "image");
        Box.waitFor(browser, "Please answer below.");
        assertThat(box("box.querySelector('img').crossOrigin")).isEqualTo("anonymous");
        Box.press(browser, "k7", Keys.TAB, Keys.TAB, Keys.TAB, Keys.SPACE);
        waitForScript("return box.querySelector('.pose button').textContent === 'Stop'");
        browser.photograph("widget-listen-instead-phone");
        assertThat(box("box.querySelector('label[for=answer]').textContent"))
                .isEqualTo("Letters and digits that you hear");
        assertThat(box("box.querySelector('#answer').value")).isEqualTo("k7");
        Box.press(browser, Keys.SPACE);
        Box.focusOn(browser, "text");
        waitForScript("return box.querySelector('img').naturalWidth === 520");
        assertThat(box("box.querySelector('#answer').value")).isEqualTo("k7");
    }

    @Test
    void workIsHandedInAgainWhileHibooIsBusy() {
        run("window.states = []; document.addEventListener('statechange', event => states.push(event.detail.state));");
        answer("/captcha/solve", 503, 2);
        Box.press(browser, Keys.TAB, Keys.TAB, Keys.SPACE);
        Box.waitFor(browser, "Checked.");
        assertThat(ask("return states")).isEqualTo(List.of("working", "verified"));
        assertThat(ask("return answered")).isEqualTo(2L);
    }

    @Test
    void checkIsPressedAgainAfterHibooWasOutOfReach() {
        Box.choose(browser, "question");
        Box.waitFor(browser, "Please answer below.");
        answer("/captcha/solve", 502, 1);
        Box.press(browser, "the owl", Keys.TAB, Keys.SPACE);
        Box.waitFor(browser, "cannot be reached");
        assertThat(box("box.activeElement.textContent")).isEqualTo("Check");
        Box.press(browser, Keys.SPACE);
        Box.waitFor(browser, "Checked.");
        Box.focusOn(browser, "checkbox");
    }

    @Test
    void whatComesTooLateIsSaidToHaveExpired() {
        answer("/captcha/solve", 410, 1);
        Box.press(browser, Keys.TAB, Keys.TAB, Keys.SPACE);
        Box.waitFor(browser, "The check has expired");
    }

    @Test
    void whatDoesNotLoadIsSaidInWordsWithAWayOn() {
        browser.driver().executeCdpCommand("Network.enable", Map.of());
        block("*/captcha/image*", "*/captcha/audio*");
        Box.choose(browser, "image");
        Box.waitFor(browser, "The picture did not load.");
        browser.photograph("widget-unseen-phone");
        block();
        Box.press(browser, Keys.chord(Keys.SHIFT, Keys.TAB), Keys.SPACE);
        Box.focusOn(browser, "text");
        block("*/captcha/audio*");
        Box.press(browser, Keys.TAB, Keys.TAB, Keys.TAB, Keys.SPACE);
        Box.waitFor(browser, "The sound did not load or play.");
    }

    @Test
    void aPassIsHandedOutOnce() {
        Object passes = browser.driver().executeAsyncScript("""
                const [key, done] = arguments;
                const pass = action => grecaptcha.execute(key, {action});
                (async () => [await pass('a'), await pass('a'), ...await Promise.all([pass('a'), pass('b')])])()
                    .then(passes => done([new Set(passes).size, document.querySelectorAll('body > div').length]), done);
                """, site.key());
        assertThat(passes).isEqualTo(List.of(4L, 2L));
    }

    @Test
    void aPassOfWorkIsRenewedWhileOneLooksAndAnotherExpires() {
        run("const real = setTimeout; window.passes = [];"
                + "window.setTimeout = (then, wait) => real(then, wait > 280000 ? 3000 : wait > 200000 ? 300 : wait);"
                + "document.addEventListener('verified', event => passes.push(event.detail.payload));");
        Box.press(browser, Keys.TAB, Keys.TAB, Keys.SPACE);
        waitForScript(
                "return passes.length > 1 && passes.at(-1) === document.querySelector('[name=h-captcha-response]').value");
        Box.choose(browser, "question");
        Box.waitFor(browser, "Please answer below.");
        Box.press(browser, "the owl", Keys.ENTER);
        Box.waitFor(browser, "The check has expired");
    }

    @Test
    void anInvisibleOneIsReachedWhenThereIsSomethingToDo() {
        run(
                "const place = document.createElement('div'); document.querySelector('form').prepend(place);"
                        + "hiboo.render(place, {sitekey: arguments[0], size: 'invisible', kind: 'question'});"
                        + "window.box2 = place;",
                site.key());
        Box.press(browser, Keys.TAB);
        assertThat(ask("return document.activeElement.name")).isEqualTo("message");
        run("hiboo.execute(box2)");
        waitForScript("return document.activeElement === box2");
        Box.press(browser, "the owl", Keys.ENTER);
        waitForScript("return document.activeElement.name === 'message'");
        assertThat(ask("return hiboo.getResponse(box2).length > 100")).isEqualTo(true);
    }

    @Test
    void aVendorsTaskThatExpiresIsTakenUpAgain() {
        Box.choose(browser, "hcaptcha");
        Box.focusOn(browser, "button");
        String form = browser.driver().getWindowHandle();
        Box.press(browser, Keys.ENTER);
        Screens.waiting(browser)
                .until(any -> browser.driver().getWindowHandles().size() == 2);
        browser.driver().getWindowHandles().stream()
                .filter(each -> !each.equals(form))
                .forEach(each -> browser.driver().switchTo().window(each));
        browser.press("Load hCaptcha");
        browser.waitForText("says a-public-key");
        run("hibooExpired()");
        browser.waitForText("has expired");
        browser.photograph("widget-vendor-expired-phone");
        browser.press("Try again");
        Screens.waiting(browser).until(any -> !browser.text().contains("has expired"));
        browser.click("#vendor");
        Screens.waiting(browser)
                .until(any -> browser.driver().getWindowHandles().size() == 1);
        browser.driver().switchTo().window(form);
        Box.waitFor(browser, "Checked.");
    }

    /** The next answers of an address, as if Hiboo were in trouble; it is not asked. */
    private void answer(String path, int status, int times) {
        run("""
                const [path, status, times] = arguments, real = fetch;
                window.answered = 0;
                window.fetch = (address, how) => !String(address).includes(path) || answered >= times ? real(address, how)
                    : (answered++, Promise.resolve(new Response('{"code":"test"}', {status})));
                """, path, status, times);
    }

    private void block(String... addresses) {
        browser.driver().executeCdpCommand("Network.setBlockedURLs", Map.of("urls", List.of(addresses)));
    }

    private void run(String script, Object... arguments) {
        browser.driver().executeScript(script, arguments);
    }

    private Object ask(String script) {
        return browser.driver().executeScript(script);
    }

    private Object box(String expression) {
        return ask("const box = document.querySelector('.h-captcha').shadowRoot; return " + expression);
    }

    private void waitForScript(String script) {
        String found = "const box = document.querySelector('.h-captcha').shadowRoot; " + script;
        Screens.waiting(browser).until(any -> Boolean.TRUE.equals(ask(found)));
    }
}
