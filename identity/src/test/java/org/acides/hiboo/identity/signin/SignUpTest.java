package org.acides.hiboo.identity.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.acides.hiboo.identity.signin.Browser.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignUpTest extends PageLife {

    @Test
    void whoeverSignsUpProvesTheirAddressByAClickAndSignsIn() {
        String login = someone();
        Browser browser = browser();
        Page sent = signUp(browser, login);
        assertThat(sent.location()).isEqualTo("/sign-up?sent=true");
        assertThat(browser.open(sent.location()).text()).contains("Look into your mail");
        String link = post.link(addressOf(login));
        assertThat(link).matches("/verify/[A-Za-z0-9_-]{43}");
        for (int scanner = 0; scanner < 3; scanner++)
            assertThat(browser().open(link).text()).contains("Yes, it is my address");
        assertThat(state(login).verified()).isFalse();
        Page verified = browser.post(link);
        assertThat(state(login).verified()).isTrue();
        assertThat(browser.open(verified.location()).text()).contains("Your address is confirmed");
        assertThat(browser.signIn(login, PASSWORD).location()).isEqualTo("/");
        assertThat(browser.signedIn()).isTrue();
    }

    @Test
    void whoeverCameFromAServiceEndsThere() {
        String onward = "/oauth2/authorize?client_id=cafe&state=a%20b";
        String continued = "continue=%2Foauth2%2Fauthorize%3Fclient_id%3Dcafe%26state%3Da%2520b";
        String login = someone();
        Browser browser = browser();
        assertThat(browser.open("/sign-in?" + continued).text()).contains("/sign-up?continue=");
        assertThat(browser.open("/sign-up?" + continued).text())
                .contains("name=\"continue\" value=\"" + onward.replace("&", "&amp;") + "\"");
        Page sent = signUp(browser, login, "continue", onward);
        assertThat(sent.location()).isEqualTo("/sign-up?sent=true&" + continued);
        assertThat(browser.open(sent.location()).text()).contains("/sign-in?continue=");
        assertThat(post.to(addressOf(login)).getLast().text()).doesNotContain("continue", "cafe");
        assertThat(browser().post(post.link(addressOf(login))).location())
                .isEqualTo("/sign-in?done=verified&" + continued);
        assertThat(browser.signIn(login, PASSWORD, "continue", onward).location())
                .isEqualTo(onward);
    }

    @Test
    void whereANewcomerGoesIsUnreadableInTheDatabase() {
        String login = someone();
        signUp(browser(), login, "continue", "/oauth2/authorize?client_id=cafe");
        String kept = jdbc.sql("SELECT onward_box FROM identity.one_time_link WHERE account_id = ?")
                .param(state(login).id().value())
                .query(String.class)
                .single();
        assertThat(kept).isNotBlank().doesNotContain("oauth2", "cafe");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/",
                "//evil.example",
                "/\\evil.example",
                "/a#b",
                "javascript:alert(1)",
                "/ x"
            })
    void aLetterLeadsNowhereElse(String onward) {
        String login = someone();
        assertThat(signUp(browser(), login, "continue", onward).location()).isEqualTo("/sign-up?sent=true");
        assertThat(browser().post(post.link(addressOf(login))).location()).isEqualTo("/sign-in?done=verified");
    }

    @Test
    void nobodyChoosesWhereTheHolderOfAnAddressGoes() {
        String holder = someone();
        signUp(browser(), holder);
        browser()
                .post(
                        "/sign-up",
                        "username",
                        someone(),
                        "email",
                        addressOf(holder),
                        "password",
                        PASSWORD,
                        "terms",
                        "on",
                        "continue",
                        "/oauth2/authorize?client_id=lure");
        assertThat(browser().post(post.link(addressOf(holder))).location()).isEqualTo("/sign-in?done=verified");
    }

    @Test
    void theLetterIsInTheLanguageOfThePage() {
        String login = someone();
        signUp(browser().speaking("fr-CA,fr;q=0.9,en;q=0.5"), login);
        assertThat(post.to(addressOf(login)).getLast().subject()).isEqualTo("Confirmez votre adresse");
        assertThat(post.to(addressOf(login)).getLast().text()).contains("Bonjour " + login, "vous nous l’espérons");
    }

    @Test
    void aFormSentTwiceMakesOneAccountAndBothAnswersSayWell() {
        String login = someone();
        CompletableFuture<Page> first = CompletableFuture.supplyAsync(() -> signUp(browser(), login));
        Page second = signUp(browser(), login);
        assertThat(first.join().location()).isEqualTo("/sign-up?sent=true");
        assertThat(second.location()).isEqualTo("/sign-up?sent=true");
        assertThat(signUp(browser(), login).location()).isEqualTo("/sign-up?sent=true");
        assertThat(post.to(addressOf(login))).hasSizeBetween(1, 3);
    }

    @Test
    void aKnownAddressIsAnsweredLikeANewOneAndItsHolderIsTold() {
        String holder = member();
        String other = someone();
        long before = System.nanoTime();
        Page page = browser()
                .post("/sign-up", "username", other, "email", addressOf(holder), "password", PASSWORD, "terms", "on");
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThan(Duration.ofMillis(490));
        assertThat(page.location()).isEqualTo("/sign-up?sent=true");
        assertThat(accounts.byLoginName(other)).isEmpty();
        assertThat(post.to(addressOf(holder)).getLast().subject()).isEqualTo("You have an account already");
    }

    @Test
    void nobodysMailboxIsFloodedByUs() {
        String holder = member();
        for (int i = 0; i < 6; i++)
            browser()
                    .post(
                            "/sign-up",
                            "username",
                            someone(),
                            "email",
                            addressOf(holder),
                            "password",
                            PASSWORD,
                            "terms",
                            "on");
        assertThat(post.to(addressOf(holder))).hasSize(1 + 3);
    }

    @Test
    void whoKnowsNotThePasswordIsToldThatTheLoginNameIsTaken() {
        String holder = member();
        Page page = browser()
                .post(
                        "/sign-up",
                        "username",
                        holder,
                        "email",
                        addressOf(holder),
                        "password",
                        "quite another one",
                        "terms",
                        "on");
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.text()).contains("This login name is taken");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ab|x@example.org|otters hold hands asleep|on|too short",
                "x' or 1=1 --|x@example.org|otters hold hands asleep|on|A login name is made of",
                "<script>alert(1)</script>|x@example.org|otters hold hands asleep|on|A login name is made of",
                "hulotte|nowhere|otters hold hands asleep|on|This is no e-mail address",
                "hulotte|<img src=x>@example.org|otters hold hands asleep|on|This is no e-mail address",
                "hulotte|'a@example.org\r\nBcc: b@example.org'|otters hold hands asleep|on|This is no e-mail address",
                "hulotte|x@example.org|short|on|too short",
                "hulotte|x@example.org|1234567890|on|somebody would guess",
                "hulotte|x@example.org|otters hold hands asleep||accept the terms",
                "''|''|''|on|too short"
            })
    void whatIsRefusedIsExplainedAndLosesNothingButThePassword(
            String username, String email, String password, String terms, String why) {
        Page page = browser()
                .post(
                        "/sign-up",
                        "username",
                        username,
                        "email",
                        email,
                        "password",
                        password,
                        "terms",
                        terms == null ? "" : terms);
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.text()).contains(why).doesNotContain("<script", "<img src=x", "otters", "??");
        if (email.equals("x@example.org")) assertThat(page.text()).contains("value=\"x@example.org\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"username", "email", "password", "continue", "terms", "unknown"})
    void aMegabyteIsTooMuch(String field) {
        Page page = browser().post("/sign-up", field, "x".repeat(1 << 20));
        assertThat(page.status()).isIn(413, 422);
        assertThat(page.text()).hasSizeLessThan(20_000);
    }

    @Test
    void anEmptyFormIsRefusedAndNotAFault() {
        assertThat(browser().post("/sign-up").status()).isEqualTo(422);
    }

    @Test
    void anInvitationThatHoldsNoMoreIsSaid() {
        assertThat(browser().open("/sign-up?invitation=gone").text()).contains("This invitation is used up");
    }
}
