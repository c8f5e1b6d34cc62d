package org.acides.hiboo.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Locale;
import java.util.Map;
import org.acides.hiboo.journeys.Browser.Screen;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.openqa.selenium.By;

/** A newcomer joins the demo community and enters its café, first as one person and then as another. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MemberJourney {

    private static final String LOGIN = "nyctale";
    private static final String EMAIL = "nyctale@example.test";

    private static RunningHiboo hiboo;
    private static URI cafe;

    @BeforeAll
    static void start() {
        int port = RunningHiboo.freePort();
        cafe = URI.create("http://localhost:" + port + "/");
        hiboo = RunningHiboo.fresh("member")
                .argument("--spring.profiles.active=demo")
                .argument("--hiboo.demo-port=" + port)
                .start();
        hiboo.waitForOutput("Demo: sign in at the café");
    }

    @AfterAll
    static void stop() {
        hiboo.close();
    }

    /** What an application learns of somebody. */
    private record Learnt(String subject, String username, String address) {
        static Learnt by(Browser browser) {
            return new Learnt(text(browser, "#sub"), text(browser, "#username"), text(browser, "#email"));
        }

        private static String text(Browser browser, String selector) {
            return browser.see(By.cssSelector(selector)).getText();
        }
    }

    @Test
    @Order(1)
    void aNewcomerJoinsAndIsTwoPeopleAtTheCafe() {
        try (Browser browser = Browser.open(Locale.ENGLISH, Screen.DESK, false)) {
            browser.go(hiboo.at("/sign-up"));
            browser.type("username", LOGIN);
            browser.type("email", EMAIL);
            browser.type("password", Members.password(LOGIN));
            browser.click("[name=terms]");
            Screens.waiting(browser)
                    .until(any -> browser.driver()
                            .executeScript("return document.querySelector('.h-captcha').shadowRoot"
                                    + ".querySelector('input').checked")
                            .equals(true));
            browser.photograph("sign-up");
            browser.click("form:has([name=terms]) button");
            browser.waitForText("Look into your mail");

            browser.go(Members.letterTo(hiboo, EMAIL));
            browser.photograph("verify");
            browser.click("form[method=post] button");
            browser.waitForPath("/sign-in");

            browser.go(cafe);
            browser.click("a[href='/sign-in']");
            if (browser.address().getPath().equals("/sign-in")) signIn(browser, "sign-in");
            browser.waitForPath("/picker");
            browser.type("username", "nyctale_lit");
            browser.click("form[action='/picker/new'] button");
            Learnt first = Learnt.by(browser);
            assertThat(first.username()).isEqualTo("nyctale_lit");
            assertThat(first.address()).doesNotContain(EMAIL).contains("@");
            browser.photograph("cafe");

            browser.click("#switch");
            browser.waitForPath("/picker");
            browser.press("New profile");
            browser.type("username", "ombre_du_soir");
            browser.photograph("picker-new");
            browser.click("form[action='/picker/new'] button");
            Learnt second = Learnt.by(browser);
            assertThat(second.username()).isEqualTo("ombre_du_soir");
            assertThat(second.subject()).isNotEqualTo(first.subject()).hasSameSizeAs(first.subject());
            assertThat(second.address()).isNotEqualTo(first.address());

            browser.click("#switch");
            browser.waitForPath("/picker");
            browser.photograph("picker");
            browser.press("nyctale_lit");
            assertThat(Learnt.by(browser)).isEqualTo(first);
            assertThat(browser.cookie("hiboo"))
                    .as("over http a browser would drop the other")
                    .hasValueSatisfying(cookie -> assertThat(cookie.isSecure()).isFalse());
            assertThat(browser.cookie("__Host-hiboo")).isEmpty();

            browser.click("#sign-out");
            browser.waitForPath("/");
            browser.waitForText("Sign in with Hiboo");
            browser.click("a[href='/sign-in']");
            browser.waitForPath("/sign-in");
        }
    }

    @Test
    @Order(2)
    void theSamePagesSpeakFrenchOnAPhoneInTheDark() {
        try (Browser browser = Browser.open(Locale.FRENCH, Screen.PHONE, true)) {
            browser.go(cafe);
            browser.click("a[href='/sign-in']");
            browser.waitForPath("/sign-in");
            browser.waitForText("Se connecter");
            signIn(browser, "sign-in-phone-dark-fr");
            browser.waitForPath("/picker");
            browser.waitForText("Quel profil");
            browser.photograph("picker-phone-dark-fr");
            browser.press("ombre_du_soir");
            assertThat(Learnt.by(browser).username()).isEqualTo("ombre_du_soir");
        }
    }

    @Test
    @Order(3)
    void whoeverRunsNoScriptIsShownAnotherWayPastTheCaptcha() {
        try (Browser browser = Browser.open(Locale.FRENCH, Screen.PHONE, true)) {
            browser.driver().executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", true));
            browser.go(hiboo.at("/sign-up"));
            browser.waitForText("Montrez que vous n’êtes pas un robot");
            browser.photograph("sign-up-without-script-phone-dark-fr");
            URI manual = URI.create(browser.see(By.partialLinkText("Ouvrir")).getAttribute("href"));
            browser.go(manual);
            browser.see(By.name("text"));
        }
        Person person = Person.visiting(hiboo);
        Person.Page refused = person.submit(
                person.open(hiboo.at("/sign-up")),
                Map.of(
                        "username",
                        "moyen_duc",
                        "email",
                        "moyen@example.test",
                        "password",
                        Members.password("moyen"),
                        "terms",
                        "on"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("Show first that you are not a robot");
        assertThat(refused.document().selectFirst("[name=email]").val()).isEqualTo("moyen@example.test");
    }

    private static void signIn(Browser browser, String photograph) {
        browser.type("username", LOGIN);
        browser.type("password", Members.password(LOGIN));
        browser.photograph(photograph);
        browser.click("form:has([name=password]) button");
    }
}
