package org.acides.hiboo.identity.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.acides.hiboo.identity.account.Registration;
import org.acides.hiboo.identity.signin.Browser.Page;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ResetTest extends PageLife {

    private static final String CHOSEN = "walrus whiskers count clams";

    @Autowired
    Registration registration;

    private String letter(String login) {
        browser().post("/reset", "username", login);
        return post.link(addressOf(login));
    }

    @Test
    void whoForgotTheirPasswordChoosesAnotherWithTheLettersLink() {
        String login = member();
        Browser elsewhere = browser();
        elsewhere.signIn(login, PASSWORD);
        Browser browser = browser();
        String link = letter(login);
        assertThat(link).startsWith("/reset/");
        assertThat(browser.open(link).text()).contains("Choose another password");
        Page done = browser.post(link, "password", CHOSEN);
        assertThat(browser.open(done.location()).text()).contains("Your password is set");
        assertThat(elsewhere.signedIn()).isFalse();
        assertThat(browser().signIn(login, PASSWORD).status()).isEqualTo(401);
        assertThat(browser.signIn(login, CHOSEN).location()).isEqualTo("/");
        assertThat(post.to(addressOf(login)).getLast().subject()).isEqualTo("Your password was changed");
    }

    @Test
    void theAnswerAndItsTimeAreTheSameWhetherThereIsAnAccountOrNot() {
        for (String name : new String[] {member(), someone(), "nobody@example.org", "' or 1=1 --", ""}) {
            long before = System.nanoTime();
            Page page = browser().post("/reset", "username", name);
            assertThat(Duration.ofNanos(System.nanoTime() - before))
                    .isBetween(Duration.ofMillis(490), Duration.ofSeconds(2));
            assertThat(page.location()).isEqualTo("/reset?sent=true");
        }
        assertThat(browser().open("/reset?sent=true").text()).contains("If there is such an account");
    }

    @Test
    void aLinkServesOnce() {
        String login = member();
        String link = letter(login);
        browser().post(link, "password", CHOSEN);
        assertThat(browser().open(link).status()).isEqualTo(410);
        assertThat(browser().post(link, "password", "somebody else's words").status())
                .isEqualTo(410);
        assertThat(browser().signIn(login, CHOSEN).status()).isEqualTo(303);
    }

    @Test
    void aLinkHoldsStillAfterAPasswordThatIsRefused() {
        String login = member();
        String link = letter(login);
        Page page = browser().post(link, "password", "short");
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.text()).contains("too short");
        assertThat(browser().post(link, "password", CHOSEN).location()).isEqualTo("/sign-in?done=reset");
    }

    @Test
    void everyLinkDiesWhenThePasswordChanges() {
        String login = member();
        String link = letter(login);
        registration.resetPassword(state(login).id(), CHOSEN);
        assertThat(browser().post(link, "password", "somebody else's words").status())
                .isEqualTo(410);
    }

    @Test
    void aLinkEndsAfterAnHour() {
        String login = member();
        String link = letter(login);
        jdbc.sql("UPDATE identity.one_time_link SET expires_at = expires_at - interval '1 hour' WHERE account_id = ?")
                .param(state(login).id().value())
                .update();
        assertThat(browser().open(link).text()).contains("Ask for another link");
        assertThat(browser().post(link, "password", CHOSEN).status()).isEqualTo(410);
    }

    @Test
    void theDatabaseKnowsNoLink() {
        String login = member();
        String token = letter(login).substring("/reset/".length());
        assertThat(jdbc.sql("SELECT to_jsonb(l)::text FROM identity.one_time_link l")
                        .query(String.class)
                        .list())
                .noneMatch(row -> row.contains(token));
    }

    @Test
    void aResetProvesTheAddressToo() {
        String login = someone();
        signUp(browser(), login);
        browser().post(letter(login), "password", CHOSEN);
        assertThat(state(login).verified()).isTrue();
    }
}
