package org.acides.hiboo.identity.signin;

import static org.assertj.core.api.Assertions.assertThat;

import org.acides.hiboo.identity.signin.Browser.Page;
import org.junit.jupiter.api.Test;

/** The link that proves an address: what it does once, and never. */
class VerificationLinkTest extends PageLife {

    @Test
    void aTamperedOrEndedLinkHoldsNoMore() {
        String login = someone();
        signUp(browser(), login);
        String link = post.link(addressOf(login));
        String tampered = link.substring(0, link.length() - 1) + (link.endsWith("A") ? "B" : "A");
        for (String path :
                new String[] {tampered, "/verify/x", "/verify/' or 1=1 --".replace(" ", "%20"), link + "A"}) {
            assertThat(browser().open(path).status()).isEqualTo(410);
            assertThat(browser().post(path).status()).isEqualTo(410);
        }
        jdbc.sql("UPDATE identity.one_time_link SET expires_at = now() WHERE account_id = ?")
                .param(state(login).id().value())
                .update();
        assertThat(browser().post(link).text()).contains("This link holds no more");
        assertThat(state(login).verified()).isFalse();
    }

    @Test
    void aSecondClickOnALinkSaysTheSameAndDoesNothing() {
        String login = someone();
        signUp(browser(), login);
        String link = post.link(addressOf(login));
        assertThat(browser().post(link).location()).isEqualTo("/sign-in?done=verified");
        assertThat(browser().post(link).location()).isEqualTo("/sign-in?done=verified");
    }

    @Test
    void aLinkForOneThingOpensNoOther() {
        String login = someone();
        signUp(browser(), login);
        assertThat(browser()
                        .open(post.link(addressOf(login)).replace("/verify/", "/reset/"))
                        .status())
                .isEqualTo(410);
    }

    @Test
    void whoHasNotProvedTheirAddressIsNotSignedInAndGetsTheLetterAgain() {
        String login = someone();
        signUp(browser(), login);
        Browser browser = browser();
        Page page = browser.signIn(login, PASSWORD);
        assertThat(page.text()).contains("Confirm your address first");
        assertThat(browser.signedIn()).isFalse();
        assertThat(post.to(addressOf(login))).hasSize(2);
    }
}
