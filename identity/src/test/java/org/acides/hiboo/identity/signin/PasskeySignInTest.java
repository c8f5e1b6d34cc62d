package org.acides.hiboo.identity.signin;

import static org.acides.hiboo.infrastructure.test.Staff.ADMIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.acides.hiboo.identity.api.FactorKind;
import org.acides.hiboo.identity.api.FactorName;
import org.acides.hiboo.identity.api.SignedIn;
import org.acides.hiboo.identity.api.commands.BlockAccount;
import org.acides.hiboo.identity.api.commands.RemoveFactor;
import org.acides.hiboo.identity.api.commands.RenameFactor;
import org.acides.hiboo.identity.api.queries.MyFactor;
import org.acides.hiboo.identity.passkey.SoftwarePasskey;
import org.acides.hiboo.identity.signin.Browser.Page;
import org.acides.hiboo.infrastructure.api.Commands;
import org.acides.hiboo.infrastructure.api.Refused;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What members do with passkeys. */
class PasskeySignInTest extends PasskeyLife {

    @Autowired
    Commands commands;

    @Test
    void aPasskeySignsInByItselfWithoutANameAndCountsAsTwoFactors() {
        Holder holder = holder();
        Browser browser = browser();
        Page page = signIn(browser, holder.passkey(), "continue", "/inside?a=b");
        assertThat(page.location()).as(page.text()).isEqualTo("/inside?a=b");
        assertThat(browser.signedIn()).isTrue();
        assertThat(methods(browser)).containsExactly("hwk", "user", "mfa");
        assertThat(factors(holder.login()).getFirst().lastUsedAt()).isBeforeOrEqualTo(Instant.now());
    }

    @Test
    void withoutKnowingWhoseHandsItIsInAPasskeyIsASecondFactorOnly() {
        Holder holder = holder();
        holder.passkey().flags = SoftwarePasskey.PRESENT;
        Browser browser = browser();
        assertThat(signIn(browser, holder.passkey()).status()).isEqualTo(401);
        assertThat(browser.signedIn()).isFalse();

        Page page = browser.signIn(holder.login(), PASSWORD, "continue", "/inside");
        assertThat(page.location()).isEqualTo("/second-step?continue=%2Finside");
        Page step = browser.open(page.location());
        assertThat(step.text()).contains("data-passkey=\"get\"", "/identity/passkey.js", "One of your recovery codes");
        assertThat(secondStep(browser, holder.passkey(), "continue", "/inside").location())
                .isEqualTo("/inside");
        assertThat(methods(browser)).containsExactly("pwd", "hwk", "user", "mfa");
        assertThat(browser.cookie("hiboo-step")).isEmpty();
    }

    @Test
    void aPasskeyThatMayBeOnSeveralDevicesIsASoftwareKey() {
        String login = member();
        Browser browser = browser();
        browser.signIn(login, PASSWORD);
        SoftwarePasskey passkey = passkey();
        passkey.flags |= SoftwarePasskey.SYNCED;
        enrol(browser, passkey, "phone");
        assertThat(methods(browser)).containsExactly("pwd", "swk", "user", "mfa");
        Browser other = browser();
        signIn(other, passkey);
        assertThat(methods(other)).containsExactly("swk", "user", "mfa");
    }

    @Test
    void aMemberHasSeveralAndCallsEachSomething() {
        Holder holder = holder();
        enrol(holder.browser(), passkey(), "  phone ");
        List<MyFactor> both = factors(holder.login());
        assertThat(both).extracting(MyFactor::name).containsExactly("blue key", "phone");
        assertThat(both).extracting(MyFactor::kind).containsOnly(FactorKind.PASSKEY);
        assertThat(both.getFirst().lastUsedAt()).isNull();

        SignedIn who = who(holder.browser());
        commands.send(
                new RenameFactor(
                        who.account(), who.session(), both.getFirst().factorId(), new FactorName("old blue key")),
                who.asMember());
        commands.send(
                new RemoveFactor(who.account(), who.session(), both.getLast().factorId()), who.asMember());
        assertThat(factors(holder.login())).extracting(MyFactor::name).containsExactly("old blue key");
        for (String name : List.of("", "  ", "a\nb", "x".repeat(61)))
            assertThatThrownBy(() -> new FactorName(name)).isInstanceOf(Refused.class);
    }

    @Test
    void aRemovedPasskeyOpensNothing() {
        Holder holder = holder();
        SignedIn who = who(holder.browser());
        commands.send(
                new RemoveFactor(
                        who.account(),
                        who.session(),
                        factors(holder.login()).getFirst().factorId()),
                who.asMember());
        Page page = signIn(browser(), holder.passkey());
        assertThat(page.status()).isEqualTo(401);
        assertThat(page.text()).contains("Hiboo does not know this passkey");
        assertThat(browser().signIn(holder.login(), PASSWORD).location()).isEqualTo("/");
    }

    @Test
    void anOpenBrowserIsNotEnoughToAddOrRenameAPasskey() {
        Holder holder = holder();
        jdbc.sql("UPDATE identity.session SET authenticated_at = now() - interval '11 minutes' WHERE account_id = ?")
                .param(state(holder.login()).id().value())
                .update();
        Browser browser = holder.browser();
        assertThat(browser.open("/factors/passkey").location())
                .startsWith("/sign-in?again=true&continue=%2Ffactors%2Fpasskey");
        assertThat(browser.post("/factors/passkey/options").status()).isEqualTo(403);
        assertThat(browser.post("/factors/passkey").location()).startsWith("/sign-in?again=true");
        assertThat(browser().post("/factors/passkey/options").status()).isEqualTo(403);
        assertThat(browser().post("/second-step/passkey").status()).isEqualTo(403);
        SignedIn who = who(browser);
        RenameFactor rename = new RenameFactor(
                who.account(), who.session(), factors(holder.login()).getFirst().factorId(), new FactorName("x"));
        assertThatThrownBy(() -> commands.send(rename, who.asMember())).hasMessage("authentication.stale");

        assertThat(signIn(browser, holder.passkey(), "again", "true", "continue", "/factors/passkey")
                        .location())
                .isEqualTo("/factors/passkey");
        assertThat(who(browser).session()).isEqualTo(who.session());
        Page page = browser.open("/factors/passkey");
        assertThat(page.text())
                .contains("value=\"Firefox, Linux\"", "/identity/passkey.js")
                .hasSizeLessThan(30_000);
    }

    @Test
    void somebodySignedInByPasswordAloneIsAskedForTheirPasskeyAlone() {
        String login = member();
        Browser early = browser();
        early.signIn(login, PASSWORD);
        Browser late = browser();
        late.signIn(login, PASSWORD);
        SoftwarePasskey passkey = enrol(late, passkey(), "key");
        assertThat(secondStep(early, passkey, "continue", "/inside").location()).isEqualTo("/inside");
        assertThat(methods(early)).containsExactly("pwd", "hwk", "user", "mfa");
    }

    @Test
    void aBlockedMembersPasskeyOpensNothing() {
        Holder holder = holder();
        commands.send(new BlockAccount(state(holder.login()).id(), "because"), ADMIN);
        Page page = signIn(browser(), holder.passkey());
        assertThat(page.status()).isEqualTo(403);
    }

    @Test
    void theSignInPageIsSmallAndRunsOneFileOfOurs() {
        Page page = browser().open("/sign-in");
        assertThat(page.text())
                .hasSizeLessThan(30_000)
                .contains("data-options=\"/sign-in/passkey\"", "data-passkey=\"get\"", "name=\"signature\"");
        assertThat(page.text().split("<script", -1)).hasSize(2);
        assertThat(page.header("Content-Security-Policy"))
                .contains("script-src 'self'", "connect-src 'self'")
                .doesNotContain("unsafe", "form-action");
        assertThat(browser().open("/identity/passkey.js").text()).hasSizeLessThan(4_000);
    }

    @Test
    void nothingTellsAnAccountByItsPasskeys() {
        Holder holder = holder();
        String options = options(holder.browser(), "/factors/passkey/options");
        String id = state(holder.login()).id().toString();
        assertThat(options)
                .contains(holder.passkey().credential(), holder.passkey().user)
                .doesNotContain(id);
        assertThat(options(browser(), "/sign-in/passkey")).contains("\"allowCredentials\":[]");
        String stored = String.join(
                "\n",
                jdbc.sql("SELECT to_jsonb(p)::text FROM identity.passkey p UNION ALL SELECT payload::text FROM"
                                + " infrastructure.event")
                        .query(String.class)
                        .list());
        assertThat(stored).contains(id).doesNotContain("blue key");
    }

    @Test
    void theMemberHearsOfAPasskeyAndOfNewBrowsersThatSignInWithOne() {
        Holder holder = holder();
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> assertThat(letters(holder, "A passkey was added")).isOne());
        long before = letters(holder, "A new browser");
        holder.browser().post("/sign-out");
        signIn(holder.browser(), holder.passkey());
        assertThat(letters(holder, "A new browser")).isEqualTo(before);
        Browser other = browser();
        for (int i = 0; i < 2; i++) signIn(other, holder.passkey());
        assertThat(letters(holder, "A new browser")).isEqualTo(before + 1);
    }

    private long letters(Holder holder, String subject) {
        return post.to(addressOf(holder.login())).stream()
                .filter(letter -> letter.subject().contains(subject))
                .count();
    }

    private SignedIn who(Browser browser) {
        return sessions.find(browser.cookie("hiboo")).orElseThrow();
    }
}
