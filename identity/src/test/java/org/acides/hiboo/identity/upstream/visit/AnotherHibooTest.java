package org.acides.hiboo.identity.upstream.visit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.acides.hiboo.identity.api.Role;
import org.acides.hiboo.identity.api.SignedIn;
import org.acides.hiboo.identity.api.commands.BlockAccount;
import org.acides.hiboo.identity.api.commands.ChangeUpstream;
import org.acides.hiboo.identity.api.commands.CloseUpstream;
import org.acides.hiboo.identity.api.commands.GrantRole;
import org.acides.hiboo.identity.oidc.authorization.Application;
import org.acides.hiboo.identity.signin.Browser;
import org.acides.hiboo.identity.signin.Browser.Page;
import org.junit.jupiter.api.Test;

/** Signing in by another Hiboo, under the rules of the account here. */
class AnotherHibooTest extends NeighboursLife {

    @Test
    void anIdentityThatNobodyLinkedOpensNothingAndTellsNothing() {
        int accounts = count("identity.account");
        Browser browser = browser();
        Page page = browser.open(answer(begin(browser, neighbour, "continue", "/inside")));
        told(page, "unlinked&with=" + neighbour + "&continue=%2Finside");
        assertThat(browser.signedIn()).isFalse();
        Page said = browser.open(page.location());
        assertThat(said.status()).isEqualTo(403);
        assertThat(said.text())
                .contains("No account is linked yet", "Sign in and link it", "%2Ffactors%2Felsewhere")
                .doesNotContain(there.login(), here.login());
        assertThat(browser.speaking("fr").open(page.location()).text()).contains("Aucun compte n’est encore lié");
        assertThat(count("identity.account")).isEqualTo(accounts);
    }

    @Test
    void theAccountsOwnFactorIsAskedForAllTheSame() {
        link();
        factor(here);
        commands.send(new ChangeUpstream(neighbour, "the neighbours", null, true), ADMIN);
        provedTwiceThere();
        Browser browser = browser();
        assertThat(browser.open(answer(begin(browser, neighbour, "continue", "/inside")))
                        .location())
                .isEqualTo("/second-step?continue=%2Finside");
        assertThat(browser.signedIn()).isFalse();
        assertThat(browser.open("/second-step").text()).contains("You are known elsewhere");
    }

    @Test
    void aRoleTakesEffectByAFactorOfOurOwnAlone() {
        link();
        commands.send(new GrantRole(here.id(), Role.AUDITOR), ADMIN);
        commands.send(new ChangeUpstream(neighbour, "the neighbours", null, true), ADMIN);
        provedTwiceThere();
        Browser browser = browser();
        assertThat(browser.open(answer(begin(browser, neighbour))).location()).isEqualTo("/factors/authenticator");
        assertThat(behind(browser).methods()).contains(SignedIn.ELSEWHERE_MULTIPLE);
        assertThat(behind(browser).roles()).containsExactly(Role.MEMBER);
    }

    @Test
    void theirSecondFactorCountsWhereAnAdminTrustsIt() {
        link();
        provedTwiceThere();
        assertThat(behind(enter()).methods()).containsExactly(SignedIn.ELSEWHERE);
        commands.send(new ChangeUpstream(neighbour, "the neighbours", null, true), ADMIN);
        Browser browser = browser();
        Page begun = begin(browser, neighbour);
        assertThat(asked(begun)).containsEntry("acr_values", "urn:hiboo:acr:mfa");
        browser.open(answer(begun));
        assertThat(behind(browser).methods()).containsExactly(SignedIn.ELSEWHERE, SignedIn.ELSEWHERE_MULTIPLE);
    }

    @Test
    void aBlockedAccountStaysBlocked() {
        link();
        commands.send(new BlockAccount(here.id(), "because"), ADMIN);
        Browser browser = browser();
        told(browser.open(answer(begin(browser, neighbour))), "blocked");
        assertThat(browser.signedIn()).isFalse();
    }

    @Test
    void whatTheyProvedLongAgoThereIsNotProvedJustNowHere() {
        link();
        Instant proved = behind(thereBrowser).authenticatedAt();
        watch.forward(Duration.ofHours(2));
        Browser browser = enter();
        assertThat(behind(browser).authenticatedAt()).isEqualTo(proved);
        assertThat(browser.open(app.address("max_age", "3600")).location()).startsWith("/sign-in?");
        assertThat(browser.open("/factors/elsewhere?with=" + neighbour).location())
                .startsWith("/sign-in?again=true");
    }

    @Test
    void anApplicationThatWantsItProvedAfreshHasItProvedThere() {
        link();
        choices.remember(here.id(), app.service(), create(here.id(), app.service(), name()));
        Browser browser = enter();
        watch.forward(Duration.ofMinutes(5));
        String cookie = browser.cookie("hiboo");
        Instant before = behind(browser).authenticatedAt();
        Page page = browser.open(app.address("prompt", "login"));
        assertThat(page.location()).startsWith("/sign-in?").contains("again=true");
        Page begun = begin(browser, neighbour, "again", "true", "continue", onward(page.location()));
        assertThat(asked(begun)).containsEntry("prompt", "login").containsEntry("max_age", "0");
        Page back = browser.open(answer(begun));
        assertThat(back.location()).startsWith("/oauth2/authorize?");
        assertThat(browser.open(back.location()).location()).startsWith(Application.REDIRECT + "?code=");
        assertThat(browser.cookie("hiboo")).isEqualTo(cookie);
        assertThat(behind(browser).authenticatedAt()).isAfter(before.plusSeconds(200));
    }

    @Test
    void aClosedDoorLetsNobodyIn() {
        link();
        Browser browser = browser();
        String answer = answer(begin(browser, neighbour));
        commands.send(new CloseUpstream(neighbour), ADMIN);
        assertThat(browser.open("/sign-in").text()).doesNotContain("the neighbours");
        told(browser.open(answer), "closed");
        told(begin(browser, neighbour), "closed");
        assertThat(browser.signedIn()).isFalse();
    }

    private void provedTwiceThere() {
        jdbc.sql("UPDATE identity.session SET methods = '{pwd,otp,mfa}' WHERE account_id = ?")
                .param(there.id().value())
                .update();
    }

    private void factor(Member who) {
        jdbc.sql("INSERT INTO identity.factor (factor_id, account_id, kind, enrolled_at)"
                        + " VALUES (gen_random_uuid(), ?, 'TOTP', now())")
                .param(who.id().value())
                .update();
    }
}
