package org.acides.hiboo.identity.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Optional;
import org.acides.hiboo.identity.api.Role;
import org.acides.hiboo.identity.api.queries.FindFirstAdminLink;
import org.acides.hiboo.identity.signin.Browser.Page;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryGateway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class FirstAdminTest extends PageLife {

    @Autowired
    QueryGateway queries;

    @BeforeEach
    @AfterEach
    void noAdmins() {
        jdbc.sql("UPDATE identity.account SET roles = array_remove(roles, 'ADMIN')")
                .update();
    }

    private String link() {
        Optional<String> link = queries.query(new FindFirstAdminLink(), ResponseTypes.optionalInstanceOf(String.class))
                .join();
        return URI.create(link.orElseThrow()).getPath();
    }

    private Page make(Browser browser, String link, String login) {
        return browser.post(link, "username", login, "email", addressOf(login), "password", PASSWORD, "terms", "on");
    }

    @Test
    void whoHasTheLinkIsVerifiedAnAdminAndSignedInAtOnce() {
        String link = link();
        Browser browser = browser();
        assertThat(browser.open(link).text()).contains("Welcome to your Hiboo");
        String login = someone();
        assertThat(make(browser, link, login).location()).isEqualTo("/factors/authenticator");
        assertThat(browser.open("/factors/authenticator").text()).contains("Your role in the community takes effect");
        assertThat(browser.signedIn()).isTrue();
        assertThat(state(login).verified()).isTrue();
        assertThat(state(login).roles()).contains(Role.ADMIN);
        assertThat(browser().open(link).status()).isEqualTo(410);
        assertThat(make(browser(), link, someone()).status()).isEqualTo(410);
    }

    @Test
    void aLinkThatIsNotTheOneMakesNobody() {
        link();
        String login = someone();
        assertThat(make(browser(), "/first-admin/guessed", login).status()).isEqualTo(410);
        assertThat(accounts.byLoginName(login)).isEmpty();
    }

    @Test
    void aMistakeLosesNothing() {
        String link = link();
        Page page =
                browser().post(link, "username", "hulotte", "email", "nowhere", "password", PASSWORD, "terms", "on");
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.text()).contains("value=\"hulotte\"", "This is no e-mail address");
        assertThat(make(browser(), link, someone()).status()).isEqualTo(303);
    }

    @Test
    void whoFellBeforeItWasDoneGoesOnWithTheSameForm() {
        String login = someone();
        signUp(browser(), login);
        assertThat(make(browser(), link(), login).location()).isEqualTo("/factors/authenticator");
        assertThat(state(login).roles()).contains(Role.ADMIN);
    }
}
