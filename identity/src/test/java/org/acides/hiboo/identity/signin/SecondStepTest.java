package org.acides.hiboo.identity.signin;

import static org.acides.hiboo.infrastructure.test.Staff.ADMIN;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.acides.hiboo.identity.account.Registration;
import org.acides.hiboo.identity.api.commands.BlockAccount;
import org.acides.hiboo.identity.signin.Browser.Page;
import org.acides.hiboo.infrastructure.api.Commands;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Signing in to an account with a factor. */
class SecondStepTest extends FactorLife {

    @Autowired
    Registration registration;

    @Autowired
    Commands commands;

    @Test
    void thePasswordAloneOpensNothing() {
        Phone phone = phone();
        Browser browser = browser();
        Page page = browser.signIn(phone.login(), PASSWORD, "continue", "/inside?a=b");
        assertThat(page.location()).isEqualTo("/second-step?continue=%2Finside%3Fa%3Db");
        assertThat(browser.cookie("hiboo")).isEmpty();
        assertThat(browser.signedIn()).isFalse();
        assertThat(browser.open(page.location()).text()).contains("One more step", "value=\"/inside?a=b\"");

        assertThat(browser.post("/second-step", "code", phone.code(), "continue", "/inside?a=b")
                        .location())
                .isEqualTo("/inside?a=b");
        assertThat(browser.signedIn()).isTrue();
        assertThat(methods(browser)).containsExactly("pwd", "otp", "mfa");
    }

    @Test
    void aWrongPasswordTellsNothingOfAFactor() {
        Phone phone = phone();
        String without = member();
        assertThat(browser().signIn(phone.login(), "wrong").text().replace(phone.login(), ""))
                .isEqualTo(browser().signIn(without, "wrong").text().replace(without, ""));
    }

    @Test
    void aCodeIsTakenOnceAndNoOlderOneAfterIt() {
        Phone phone = phone();
        String now = phone.code();
        assertThat(enter(phone.login(), now).status()).isEqualTo(303);
        Page again = enter(phone.login(), now);
        assertThat(again.status()).isEqualTo(401);
        assertThat(again.text()).contains("That code does not work");
        assertThat(enter(phone.login(), phone.codeIn(1)).status()).isEqualTo(303);
        assertThat(enter(phone.login(), now).status()).isEqualTo(401);
        assertThat(enter(phone.login(), phone.codeIn(2)).status()).isEqualTo(401);
    }

    @Test
    void ofManyWhoTypeOneCodeAtOnceOneEnters() {
        Phone phone = phone();
        String code = phone.code();
        List<Browser> browsers = IntStream.range(0, 6)
                .mapToObj(any -> {
                    Browser browser = browser();
                    browser.signIn(phone.login(), PASSWORD);
                    return browser;
                })
                .toList();
        Stream<CompletableFuture<Page>> tries = browsers.stream()
                .map(browser -> CompletableFuture.supplyAsync(() -> browser.post("/second-step", "code", code)))
                .toList()
                .stream();
        assertThat(tries.map(CompletableFuture::join).filter(page -> page.status() == 303))
                .hasSize(1);
    }

    @Test
    void whatABrowserHoldsBetweenTheStepsIsGoodForOneSignIn() {
        Phone phone = phone();
        Browser browser = browser();
        browser.signIn(phone.login(), PASSWORD);
        String held = browser.cookie("hiboo-step");
        browser.post("/second-step", "code", phone.code());
        assertThat(browser.cookie("hiboo-step")).isEmpty();
        assertThat(held).hasSize(43);
        assertThat(jdbc.sql("SELECT count(*) FROM identity.second_step WHERE account_id = ?")
                        .param(state(phone.login()).id().value())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void tooLateAStepBeginsAnew() {
        Phone phone = phone();
        Browser browser = browser();
        browser.signIn(phone.login(), PASSWORD);
        jdbc.sql("UPDATE identity.second_step SET expires_at = now() WHERE account_id = ?")
                .param(state(phone.login()).id().value())
                .update();
        assertThat(browser.post("/second-step", "code", phone.code(), "continue", "/inside")
                        .location())
                .isEqualTo("/sign-in?continue=%2Finside");
        assertThat(browser().open("/second-step").location()).isEqualTo("/sign-in");
    }

    @Test
    void whoeverKnewTheOldPasswordGoesNoFurther() {
        Phone phone = phone();
        Browser browser = browser();
        browser.signIn(phone.login(), PASSWORD);
        registration.resetPassword(state(phone.login()).id(), "puffins nest in burrows");
        assertThat(browser.post("/second-step", "code", phone.code()).location())
                .isEqualTo("/sign-in");
        Browser blocked = browser();
        blocked.signIn(phone.login(), "puffins nest in burrows");
        commands.send(new BlockAccount(state(phone.login()).id(), "because"), ADMIN);
        assertThat(blocked.post("/second-step", "code", phone.code()).location())
                .isEqualTo("/sign-in");
    }

    @Test
    void aPasswordResetByMailAsksForTheFactorAllTheSame() {
        Phone phone = phone();
        Browser browser = browser();
        browser.post("/reset", "username", phone.login());
        browser.post(post.link(addressOf(phone.login())), "password", "puffins nest in burrows");
        assertThat(browser.signIn(phone.login(), "puffins nest in burrows").location())
                .isEqualTo("/second-step");
        assertThat(browser.signedIn()).isFalse();
    }

    @Test
    void aRecoveryCodeLetsInOnceHoweverItIsTyped() {
        Phone phone = phone();
        List<String> codes = recoveryCodes(phone.browser());
        String typed = " " + codes.getFirst().toLowerCase(java.util.Locale.ROOT).replace("-", " ");
        Browser browser = browser();
        browser.signIn(phone.login(), PASSWORD);
        assertThat(browser.post("/second-step", "code", typed).location()).isEqualTo("/");
        assertThat(methods(browser)).containsExactly("pwd", "mfa");
        assertThat(enter(phone.login(), codes.getFirst()).status()).isEqualTo(401);
        assertThat(enter(phone.login(), codes.get(1)).status()).isEqualTo(303);

        List<String> others = recoveryCodes(browser);
        assertThat(others).doesNotContainAnyElementsOf(codes);
        assertThat(enter(phone.login(), codes.get(2)).status()).isEqualTo(401);
        assertThat(enter(phone.login(), others.get(2)).status()).isEqualTo(303);
    }

    @Test
    void ofManyWhoTypeOneRecoveryCodeAtOnceOneEnters() {
        Phone phone = phone();
        String code = recoveryCodes(phone.browser()).getFirst();
        List<CompletableFuture<Page>> tries = IntStream.range(0, 6)
                .mapToObj(any -> CompletableFuture.supplyAsync(() -> enter(phone.login(), code)))
                .toList();
        assertThat(tries.stream()
                        .map(CompletableFuture::join)
                        .filter(page -> page.location().equals("/")))
                .hasSize(1);
    }

    @Test
    void anotherMembersCodesOpenNothing() {
        Phone phone = phone();
        Phone other = phone();
        String code = recoveryCodes(other.browser()).getFirst();
        assertThat(enter(phone.login(), code).status()).isEqualTo(401);
        assertThat(enter(phone.login(), other.code()).status()).isEqualTo(401);
        for (String nonsense : List.of("", "\u0000", "x".repeat(5000)))
            assertThat(enter(phone.login(), nonsense).status()).isIn(400, 401);
    }

    @Test
    void whoeverGuessesCodesWaitsAndTheMemberOnTheirOwnBrowserDoesNot() {
        Phone phone = phone();
        phone.browser().post("/sign-out");
        phone.browser().signIn(phone.login(), PASSWORD);
        assertThat(phone.browser().post("/second-step", "code", phone.code()).status())
                .isEqualTo(303);
        Browser guesser = browser();
        guesser.signIn(phone.login(), PASSWORD);
        Page page = guesser.post("/second-step", "code", "000000");
        for (int i = 0; i < 30 && page.status() == 401; i++) page = guesser.post("/second-step", "code", "000000");
        assertThat(page.status()).isEqualTo(429);
        assertThat(page.text()).contains("Too many wrong tries");

        phone.browser().post("/sign-out");
        phone.browser().signIn(phone.login(), PASSWORD);
        assertThat(phone.browser().post("/second-step", "code", phone.codeIn(1)).status())
                .isEqualTo(303);
    }

    @Test
    void whoIsAskedAgainProvesBothInTheSameSession() {
        Phone phone = phone();
        String cookie = phone.browser().cookie("hiboo");
        jdbc.sql("UPDATE identity.session SET authenticated_at = '2020-01-01' WHERE account_id = ?")
                .param(state(phone.login()).id().value())
                .update();
        assertThat(phone.browser()
                        .signIn(phone.login(), PASSWORD, "again", "true", "continue", "/inside")
                        .location())
                .isEqualTo("/second-step?continue=%2Finside");
        assertThat(sessions.find(cookie).orElseThrow().authenticatedAt()).isBefore("2020-01-02T00:00:00Z");
        phone.browser().post("/second-step", "code", phone.code());
        assertThat(phone.browser().cookie("hiboo")).isEqualTo(cookie);
        assertThat(sessions.find(cookie).orElseThrow().authenticatedAt()).isAfter("2020-01-02T00:00:00Z");
    }

    @Test
    void somebodySignedInByPasswordAloneIsAskedForTheSecondStepAlone() {
        String login = member();
        Browser early = browser();
        early.signIn(login, PASSWORD);
        Browser late = browser();
        late.signIn(login, PASSWORD);
        Phone phone = enrol(late, login);
        assertThat(methods(early)).containsExactly("pwd");
        assertThat(methods(late)).containsExactly("pwd", "otp", "mfa");
        var before = sessions.find(early.cookie("hiboo")).orElseThrow();

        assertThat(early.open("/second-step?continue=/inside").status()).isEqualTo(200);
        assertThat(early.post("/second-step", "code", phone.code(), "continue", "/inside")
                        .location())
                .isEqualTo("/inside");
        var after = sessions.find(early.cookie("hiboo")).orElseThrow();
        assertThat(after.methods()).containsExactly("pwd", "otp", "mfa");
        assertThat(after.session()).isEqualTo(before.session());
        assertThat(after.authenticatedAt()).isEqualTo(before.authenticatedAt());
        assertThat(early.open("/second-step?continue=/inside").location()).isEqualTo("/inside");
    }

    private Page enter(String login, String code) {
        Browser browser = browser();
        browser.signIn(login, PASSWORD);
        return browser.post("/second-step", "code", code);
    }
}
