package org.acides.hiboo.identity.signin;

import static org.acides.hiboo.infrastructure.test.Staff.ADMIN;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.acides.hiboo.identity.account.Registration;
import org.acides.hiboo.identity.api.SignedIn;
import org.acides.hiboo.identity.api.commands.BlockAccount;
import org.acides.hiboo.identity.api.queries.FindMySessions;
import org.acides.hiboo.identity.api.queries.MySession;
import org.acides.hiboo.identity.session.Sessions;
import org.acides.hiboo.identity.signin.Browser.Page;
import org.acides.hiboo.infrastructure.api.Commands;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryGateway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

class SignInTest extends PageLife {

    @Autowired
    Sessions sessions;

    @Autowired
    Registration registration;

    @Autowired
    Commands commands;

    @Autowired
    QueryGateway queries;

    @Test
    void aMemberSignsInByLoginNameOrAddressInAnyCase() {
        String login = member();
        for (String name : List.of(login, login.toUpperCase(java.util.Locale.ROOT), " " + addressOf(login) + " "))
            assertThat(browser()
                            .signIn(name, PASSWORD, "continue", "/inside?a=b")
                            .location())
                    .isEqualTo("/inside?a=b");
    }

    @Test
    void theCookieIsOfThisHostAloneAndOutOfReachOfScripts() {
        Page page = browser().signIn(member(), PASSWORD);
        List<String> cookies = page.response().headers().allValues("Set-Cookie");
        assertThat(cookies)
                .anySatisfy(cookie -> assertThat(cookie)
                        .startsWith("hiboo=")
                        .contains("HttpOnly", "SameSite=Lax", "Path=/")
                        .doesNotContain("Domain"));
        assertThat(cookies).noneMatch(cookie -> cookie.startsWith("JSESSIONID"));
    }

    @Test
    void eachSignInHasACookieOfItsOwnAndTheOneBeforeIsOver() {
        String login = member();
        Browser browser = browser();
        browser.signIn(login, PASSWORD);
        String first = browser.cookie("hiboo");
        browser.signIn(login, PASSWORD);
        assertThat(browser.cookie("hiboo")).isNotEqualTo(first);
        assertThat(sessions.find(first)).isEmpty();
        assertThat(browser.signedIn()).isTrue();
    }

    @Test
    void nobodyGivesAnotherACookieToSignInWith() {
        String login = member();
        Browser browser = browser();
        browser.signIn(login, PASSWORD, "hiboo", "A".repeat(43));
        assertThat(browser.cookie("hiboo")).isNotEqualTo("A".repeat(43));
    }

    @Test
    void aWrongPasswordAndAnUnknownNameAreAnsweredAlike() {
        String login = member();
        Page wrong = browser().signIn(login, "wrong");
        Page unknown = browser().signIn(someone(), "wrong");
        assertThat(wrong.status()).isEqualTo(401).isEqualTo(unknown.status());
        assertThat(wrong.text().replace(login, ""))
                .isEqualTo(unknown.text().replaceAll("value=\"m\\w+\"", "value=\"\""));
        assertThat(wrong.text()).contains("do not match");
    }

    @Test
    void whoeverGuessesWaitsAndIsToldHowLong() {
        String login = member();
        Browser browser = browser();
        Page page = browser.signIn(login, "wrong");
        for (int i = 0; i < 30 && page.status() == 401; i++) page = browser.signIn(login, "wrong");
        assertThat(page.status()).isEqualTo(429);
        assertThat(Integer.parseInt(page.header("Retry-After"))).isPositive();
        assertThat(page.text()).contains("Too many wrong tries");
    }

    @Test
    void aBlockedAccountIsToldAfterTheRightPasswordAlone() {
        String login = member();
        Browser before = browser();
        before.signIn(login, PASSWORD);
        commands.send(new BlockAccount(state(login).id(), "because"), ADMIN);
        assertThat(before.signedIn()).isFalse();
        assertThat(browser().signIn(login, "wrong").text())
                .contains("do not match")
                .doesNotContain("blocked");
        Page page = browser().signIn(login, PASSWORD);
        assertThat(page.status()).isEqualTo(403);
        assertThat(page.text()).contains("This account is blocked");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)"})
    void nobodyIsLedAwayFromHere(String foreign) {
        assertThat(browser().signIn(member(), PASSWORD, "continue", foreign).location())
                .isEqualTo("/");
    }

    @Test
    void aFormOfAnotherSiteSignsNobodyInNorOut() {
        String login = member();
        Browser browser = browser();
        assertThat(browser.post("/sign-in", "https://evil.example", new String[] {
                            "username", login, "password", PASSWORD
                        })
                        .status())
                .isEqualTo(403);
        browser.signIn(login, PASSWORD);
        assertThat(browser.post("/sign-out", "https://evil.example", new String[0])
                        .text())
                .contains("That is not allowed");
        assertThat(browser.signedIn()).isTrue();
    }

    @Test
    void whoIsAskedAgainProvesItInTheSameSession() {
        String login = member();
        Browser browser = browser();
        browser.signIn(login, PASSWORD);
        String cookie = browser.cookie("hiboo");
        jdbc.sql("UPDATE identity.session SET authenticated_at = '2020-01-01' WHERE account_id = ?")
                .param(state(login).id().value())
                .update();
        assertThat(browser.open("/sign-in?continue=/inside&again=true").text())
                .contains("Is it still you?", "value=\"" + login + "\"");
        assertThat(browser.signIn(login, PASSWORD, "continue", "/inside", "again", "true")
                        .location())
                .isEqualTo("/inside");
        assertThat(browser.cookie("hiboo")).isEqualTo(cookie);
        SignedIn who = sessions.find(cookie).orElseThrow();
        assertThat(who.authenticatedAt()).isAfter(Instant.parse("2020-01-02T00:00:00Z"));
    }

    @Test
    void anotherMemberMayAnswerInThatBrowserAndTheFirstIsGone() {
        Browser browser = browser();
        browser.signIn(member(), PASSWORD);
        String first = browser.cookie("hiboo");
        String other = member();
        browser.signIn(other, PASSWORD, "again", "true");
        assertThat(sessions.find(first)).isEmpty();
        assertThat(sessions.find(browser.cookie("hiboo")).orElseThrow().account())
                .isEqualTo(state(other).id());
    }

    @Test
    void theHintIsShownAsText() {
        assertThat(browser()
                        .open("/sign-in?hint=%22%3E%3Cscript%3Ealert(1)%3C/script%3E")
                        .text())
                .doesNotContain("<script>")
                .contains("&lt;script&gt;");
        assertThat(browser().open("/sign-in?hint=camille").text()).contains("value=\"camille\"");
    }

    @Test
    void signingOutTakesAClick() {
        Browser browser = browser();
        browser.signIn(member(), PASSWORD);
        String cookie = browser.cookie("hiboo");
        assertThat(browser.open("/sign-out").text()).contains("Sign out?");
        assertThat(browser.signedIn()).isTrue();
        Page out = browser.post("/sign-out");
        assertThat(browser.open(out.location()).text()).contains("You are signed out.");
        assertThat(browser.signedIn()).isFalse();
        assertThat(sessions.find(cookie)).isEmpty();
        assertThat(browser.open("/sign-out").status()).isEqualTo(303);
        assertThat(browser.post("/sign-out").status()).isEqualTo(303);
    }

    @Test
    void aSessionRevokedElsewhereIsRefusedAtTheNextRequest() {
        String login = member();
        Browser browser = browser();
        browser.signIn(login, PASSWORD);
        MySession mine = queries.query(
                        new FindMySessions(state(login).id()), ResponseTypes.multipleInstancesOf(MySession.class))
                .join()
                .getFirst();
        assertThat(mine.device()).isEqualTo("Firefox, Linux");
        sessions.end(state(login).id(), mine.sessionId());
        assertThat(browser.signedIn()).isFalse();
    }

    @Test
    void newTermsAreAcceptedOnTheWayIn() {
        String login = member();
        registration.acceptTerms(state(login).id(), "0");
        Browser browser = browser();
        Page page = browser.signIn(login, PASSWORD, "continue", "/inside?a=b");
        assertThat(page.location()).isEqualTo("/terms?continue=%2Finside%3Fa%3Db");
        assertThat(browser.open(page.location()).text()).contains("The terms changed", "name=\"version\"");
        assertThat(browser.post("/terms", "version", "0", "continue", "/inside?a=b")
                        .location())
                .startsWith("/terms?");
        assertThat(browser.post("/terms", "version", "1", "continue", "/inside?a=b")
                        .location())
                .isEqualTo("/inside?a=b");
        assertThat(browser.signedIn()).isTrue();
        assertThat(state(login).terms()).isEqualTo("1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"' or 1=1 --", "<script>alert(1)</script>", "\u0000", "a@b@c", ""})
    void nonsenseIsAWrongNameAndNotAFault(String name) {
        Page page = browser().signIn(name, name);
        assertThat(page.status()).isIn(400, 401);
        assertThat(page.text()).doesNotContain("<script>", "??");
    }

    @ParameterizedTest
    @ValueSource(strings = {"username", "password", "continue"})
    void aMegabyteIsTooMuch(String field) {
        Page page = browser().post("/sign-in", field, "x".repeat(1 << 20));
        assertThat(page.status()).isIn(413, 401);
        assertThat(page.text()).hasSizeLessThan(20_000);
    }
}
