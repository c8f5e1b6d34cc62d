package org.acides.hiboo.journeys;

import java.time.Duration;
import java.time.Instant;
import org.acides.hiboo.identity.factor.Totp;
import org.openqa.selenium.By;

/** An application that shows codes, which was told its secret by the page. */
record Authenticator(String secret) {

    private static final Duration STEP = Duration.ofSeconds(30);

    static Authenticator reading(Browser browser) {
        return new Authenticator(
                browser.see(By.cssSelector(".secret code")).getText().replace(" ", ""));
    }

    /** The code of a step: now is 0, and Hiboo takes the one before and the one after, too. */
    String code(int step) {
        return code(Instant.now().plus(STEP.multipliedBy(step)));
    }

    /** The code of that moment, by a clock of one's own. */
    String code(Instant moment) {
        return Totp.code(secret, moment);
    }

    static void type(Browser browser, String code) {
        browser.type("code", code);
        browser.click("form:has([name=code]) button.primary");
    }
}
