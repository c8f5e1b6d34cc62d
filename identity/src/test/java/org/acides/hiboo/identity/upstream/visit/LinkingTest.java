package org.acides.hiboo.identity.upstream.visit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.acides.hiboo.identity.api.SignedIn;
import org.acides.hiboo.identity.signin.Browser;
import org.acides.hiboo.identity.signin.Browser.Page;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Members link what they are at another Hiboo to their account here. */
class LinkingTest extends NeighboursLife {

    private static final String NEW_BROWSER = "Un nouveau navigateur";

    @Test
    void aMemberLinksAnIdentityAndSignsInByIt() {
        Browser browser = signedIn(here);
        assertThat(browser.open("/factors/elsewhere?with=" + neighbour).text())
                .contains("Link your identity at the neighbours");
        Page begun = browser.post("/factors/elsewhere", "with", neighbour.toString(), "continue", "/sessions");
        assertThat(asked(begun)).containsEntry("prompt", "login").containsEntry("max_age", "0");
        assertThat(browser.open(answer(begun)).location()).isEqualTo("/sessions");
        Awaitility.await()
                .atMost(20, TimeUnit.SECONDS)
                .untilAsserted(
                        () -> assertThat(letters("Une identité d’ailleurs")).hasSize(1));

        Browser fresh = browser();
        assertThat(fresh.open("/sign-in?continue=/inside").text()).contains("With the neighbours");
        Page asked = begin(fresh, neighbour, "continue", "/inside");
        assertThat(asked(asked))
                .containsEntry("code_challenge_method", "S256")
                .containsEntry("scope", "openid")
                .containsKeys("state", "nonce", "code_challenge", "max_age")
                .doesNotContainKeys("prompt", "acr_values", "login_hint");
        String before = fresh.cookie("hiboo-elsewhere");
        assertThat(fresh.open(answer(asked)).location()).isEqualTo("/inside");
        assertThat(before).hasSize(43);
        assertThat(fresh.cookie("hiboo-elsewhere")).isEmpty();
        assertThat(behind(fresh).account()).isEqualTo(here.id());
        assertThat(behind(fresh).methods()).containsExactly(SignedIn.ELSEWHERE);
        assertThat(letters(NEW_BROWSER)).hasSize(2);
    }

    @Test
    void theSessionThatAskedForALinkIsTheOneThatGetsIt() {
        Browser browser = signedIn(here);
        Page begun = browser.post("/factors/elsewhere", "with", neighbour.toString());
        String answer = answer(begun);
        browser.post("/sign-out");
        browser.signIn(member().login(), PASSWORD);
        assertThat(browser.open(answer).location()).startsWith("/sign-in?again=true");
        assertThat(count("identity.upstream_link WHERE account_id = '" + here.id() + "'"))
                .isZero();
        assertThat(browser().open("/factors/elsewhere?with=" + neighbour).location())
                .startsWith("/sign-in?again=true");
    }

    @Test
    void anIdentityOpensOneAccountAndAnAccountHasOneIdentity() {
        link();
        Browser another = signedIn(member());
        Page begun = another.post("/factors/elsewhere", "with", neighbour.toString());
        told(another.open(answer(begun)), "taken");

        there = atHomeThere();
        thereBrowser = signedIn(there);
        Browser same = signedIn(here);
        begun = same.post("/factors/elsewhere", "with", neighbour.toString());
        told(same.open(answer(begun)), "another");
    }

    private Stream<String> letters(String subject) {
        return post.to(here.address()).stream()
                .map(letter -> letter.subject())
                .filter(each -> each.startsWith(subject));
    }
}
