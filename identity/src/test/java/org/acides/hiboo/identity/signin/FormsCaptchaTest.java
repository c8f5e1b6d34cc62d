package org.acides.hiboo.identity.signin;

import static org.assertj.core.api.Assertions.assertThat;

import org.acides.hiboo.identity.captcha.Verifier;
import org.acides.hiboo.identity.signin.Browser.Page;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The forms with a captcha of another server, which is a real one on this machine. */
class FormsCaptchaTest extends PageLife {

    private static final Verifier VERIFIER = new Verifier();

    @DynamicPropertySource
    static void captcha(DynamicPropertyRegistry properties) {
        properties.add("hiboo.forms.captcha", () -> VERIFIER.address().toString());
        properties.add("hiboo.forms.site-key", () -> "the-key");
        properties.add("hiboo.forms.secret", () -> "s3cret");
        properties.add("hiboo.forms.script", () -> "https://captcha.example/widget.js");
        properties.add("hiboo.forms.manual", () -> "https://captcha.example/manual");
    }

    @Test
    void theFormShowsTheWidgetAndTheWayWithoutJavaScriptInAFewKilobytes() {
        Page page = browser().open("/sign-up");
        assertThat(page.text())
                .contains("data-sitekey=\"the-key\"", "data-action=\"sign-up\"")
                .contains("https://captcha.example/manual?sitekey=the-key&amp;action=sign-up&amp;lang=en")
                .contains("src=\"https://captcha.example/widget.js\"")
                .hasSizeLessThan(30_000);
        assertThat(page.header("Content-Security-Policy"))
                .contains("script-src 'self' https://captcha.example 'wasm-unsafe-eval';", "form-action 'self'")
                .doesNotContain("'unsafe");
        assertThat(browser().open("/sign-in").header("Content-Security-Policy")).doesNotContain("captcha.example");
        assertThat(browser().speaking("fr").open("/sign-up").text())
                .contains("Montrez que vous n’êtes pas un robot")
                .doesNotContain("??");
    }

    @Test
    void withoutAPassNobodyJoinsAndNothingButThePasswordIsLost() {
        String login = someone();
        Page page = signUp(browser(), login);
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.text()).contains("Show first that you are not a robot", "value=\"" + addressOf(login) + "\"");
        assertThat(accounts.byLoginName(login)).isEmpty();
    }

    @Test
    void withAPassFromTheWidgetOrPastedPeopleJoin() {
        for (String field : new String[] {"h-captcha-response", "pass"}) {
            String login = someone();
            assertThat(signUp(browser(), login, field, "good sign-up " + login).location())
                    .isEqualTo("/sign-up?sent=true");
            assertThat(accounts.byLoginName(login)).isPresent();
        }
    }

    @Test
    void aPassThatIsWrongUsedOrForAnotherFormIsSaid() {
        String login = someone();
        signUp(browser(), login, "pass", "good sign-up once");
        assertThat(signUp(browser(), someone(), "pass", "good sign-up once").text())
                .contains("used before");
        assertThat(signUp(browser(), someone(), "pass", "good reset twice").text())
                .contains("was not right");
        assertThat(signUp(browser(), someone(), "pass", "junk").text()).contains("was not right");
    }

    @Test
    void noPassIsUsedUpForWhatTheFormItselfTells() {
        String login = someone();
        String pass = "good sign-up " + login;
        assertThat(browser()
                        .post(
                                "/sign-up",
                                "username",
                                login,
                                "email",
                                "x@example.org",
                                "password",
                                "short",
                                "pass",
                                pass)
                        .status())
                .isEqualTo(422);
        assertThat(signUp(browser(), login, "pass", pass).location()).isEqualTo("/sign-up?sent=true");
    }

    @Test
    void nobodyJoinsWhileTheServerIsOutOfOrder() {
        Page page = signUp(browser(), someone(), "pass", "broken");
        assertThat(page.status()).isEqualTo(503);
        assertThat(page.text()).contains("out of order");
    }

    @Test
    void whoeverAsksTooOftenForAnotherPasswordShowsThatTheyAreNoRobot() {
        String name = someone();
        Page page = browser().post("/reset", "username", name);
        assertThat(browser().open("/reset").text()).doesNotContain("h-captcha");
        for (int tries = 0; tries < 100 && page.status() == 303; tries++)
            page = browser().post("/reset", "username", name);
        assertThat(page.status()).isEqualTo(429);
        assertThat(page.text())
                .contains("data-action=\"reset\"", "Or go on at once", "value=\"" + name + "\"")
                .doesNotContain("??");
        assertThat(browser()
                        .post("/reset", "username", name, "pass", "good reset " + name)
                        .location())
                .isEqualTo("/reset?sent=true");
        assertThat(browser().post("/reset", "username", name, "pass", "junk").text())
                .contains("was not right");
    }
}
