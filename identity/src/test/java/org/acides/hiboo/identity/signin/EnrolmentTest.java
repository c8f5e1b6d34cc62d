package org.acides.hiboo.identity.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.acides.hiboo.identity.api.SignedIn;
import org.acides.hiboo.identity.api.commands.RemoveFactor;
import org.acides.hiboo.identity.api.queries.CountMyRecoveryCodes;
import org.acides.hiboo.identity.api.queries.FindMyFactors;
import org.acides.hiboo.identity.api.queries.MyFactor;
import org.acides.hiboo.identity.signin.Browser.Page;
import org.acides.hiboo.infrastructure.api.Commands;
import org.acides.hiboo.infrastructure.api.Refused;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryGateway;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** How members add factors and take them away. */
class EnrolmentTest extends FactorLife {

    @Autowired
    Commands commands;

    @Autowired
    QueryGateway queries;

    @Test
    void anApplicationCountsOnceACodeOfItWasTyped() {
        String login = member();
        Browser browser = browser();
        browser.signIn(login, PASSWORD);
        Page page = browser.open("/factors/authenticator?continue=/inside");
        assertThat(page.text()).contains("<svg", "otpauth://totp/", login).doesNotContain("<script", "style=");
        assertThat(page.text()).hasSizeLessThan(30_000);
        assertThat(page.header("Cache-Control")).contains("no-store");
        Page wrong = browser.post("/factors/authenticator", "token", token(page), "code", "000000");
        assertThat(wrong.status()).isEqualTo(401);
        assertThat(secret(wrong)).isEqualTo(secret(page));
        assertThat(factors(login)).isEmpty();

        Phone phone = new Phone(login, secret(page), browser);
        Page done = browser.post(
                "/factors/authenticator", "token", token(page), "code", phone.code(), "continue", "/inside");
        assertThat(done.location()).isEqualTo("/factors/recovery-codes?continue=%2Finside");
        assertThat(browser.open(done.location()).text()).contains("Show me ten codes", "href=\"/inside\"");
        assertThat(recoveryCodes(browser)).doesNotHaveDuplicates();
        assertThat(factors(login)).hasSize(1);
    }

    @Test
    void aFormSentTwiceEnrolsOnce() {
        String login = member();
        Browser browser = browser();
        browser.signIn(login, PASSWORD);
        Page page = browser.open("/factors/authenticator");
        String code = new Phone(login, secret(page), browser).code();
        for (int i = 0; i < 2; i++)
            assertThat(browser.post("/factors/authenticator", "token", token(page), "code", code)
                            .status())
                    .isEqualTo(303);
        assertThat(factors(login)).hasSize(1);
        browser.post("/sign-out");
        browser.signIn(login, PASSWORD);
        assertThat(browser.post("/second-step", "code", code).status()).isEqualTo(401);
    }

    @Test
    void nobodyEnrolsWithAnothersOfferOrAForgedOne() {
        Phone other = phone();
        Page offered = other.browser().open("/factors/authenticator");
        String login = member();
        Browser browser = browser();
        browser.signIn(login, PASSWORD);
        String code = new Phone(login, secret(offered), browser).code();
        for (String token : List.of(token(offered), "", "AAAA", "x".repeat(5000)))
            assertThat(browser.post("/factors/authenticator", "token", token, "code", code)
                            .text())
                    .contains("open for too long");
        assertThat(factors(login)).isEmpty();
    }

    @Test
    void anOpenBrowserIsNotEnoughToAddOrRemoveAFactor() {
        Phone phone = phone();
        MyFactor factor = factors(phone.login()).getFirst();
        jdbc.sql("UPDATE identity.session SET authenticated_at = now() - interval '11 minutes' WHERE account_id = ?")
                .param(state(phone.login()).id().value())
                .update();
        for (String path : List.of("/factors/authenticator", "/factors/recovery-codes")) {
            assertThat(phone.browser().open(path).location()).startsWith("/sign-in?again=true&continue=%2Ffactors");
            assertThat(phone.browser().post(path).location()).startsWith("/sign-in?again=true&continue=%2Ffactors");
        }
        assertThatThrownBy(() -> remove(phone, factor))
                .isInstanceOf(Refused.class)
                .hasMessage("authentication.stale");
        assertThat(browser().open("/factors/authenticator").location()).startsWith("/sign-in?");
    }

    @Test
    void aPasswordAloneIsNoFreshProofForWhomHasAFactor() {
        String login = member();
        Browser early = browser();
        early.signIn(login, PASSWORD);
        Browser late = browser();
        late.signIn(login, PASSWORD);
        enrol(late, login);
        assertThat(early.open("/factors/recovery-codes").location()).startsWith("/sign-in?again=true");
    }

    @Test
    void withTheLastFactorTheRecoveryCodesGo() {
        Phone phone = phone();
        recoveryCodes(phone.browser());
        assertThat(codes(phone.login())).isEqualTo(10);
        remove(phone, factors(phone.login()).getFirst());
        assertThat(factors(phone.login())).isEmpty();
        assertThat(codes(phone.login())).isZero();
        assertThat(browser().signIn(phone.login(), PASSWORD).location()).isEqualTo("/");
    }

    @Test
    void anotherApplicationTakesTheFirstOnesPlace() {
        Phone first = phone();
        Page page = first.browser().open("/factors/authenticator");
        Phone second = new Phone(first.login(), secret(page), first.browser());
        first.browser().post("/factors/authenticator", "token", token(page), "code", second.code());
        assertThat(factors(first.login())).hasSize(1);
        Browser browser = browser();
        browser.signIn(first.login(), PASSWORD);
        assertThat(browser.post("/second-step", "code", first.codeIn(1)).status())
                .isEqualTo(401);
        assertThat(browser.post("/second-step", "code", second.codeIn(1)).status())
                .isEqualTo(303);
    }

    @Test
    void nothingThatIsStoredSignsAnybodyIn() {
        Phone phone = phone();
        List<String> codes = recoveryCodes(phone.browser());
        String stored = String.join(
                "\n",
                jdbc.sql("SELECT to_jsonb(t)::text FROM identity.totp t UNION ALL SELECT to_jsonb(r)::text FROM"
                                + " identity.recovery_code r UNION ALL SELECT payload::text FROM infrastructure.event")
                        .query(String.class)
                        .list());
        assertThat(stored).doesNotContain(phone.secret()).doesNotContain(codes);
    }

    private void remove(Phone phone, MyFactor factor) {
        SignedIn who = sessions.find(phone.browser().cookie("hiboo")).orElseThrow();
        commands.send(new RemoveFactor(who.account(), who.session(), factor.factorId()), who.asMember());
    }

    private List<MyFactor> factors(String login) {
        return queries.query(new FindMyFactors(state(login).id()), ResponseTypes.multipleInstancesOf(MyFactor.class))
                .join();
    }

    private int codes(String login) {
        return queries.query(new CountMyRecoveryCodes(state(login).id()), ResponseTypes.instanceOf(Integer.class))
                .join();
    }
}
