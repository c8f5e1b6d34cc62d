package org.acides.hiboo.identity.signin;

import static org.assertj.core.api.Assertions.assertThat;

import org.acides.hiboo.identity.api.commands.SignOutEverywhere;
import org.acides.hiboo.infrastructure.api.Actor;
import org.acides.hiboo.infrastructure.api.Commands;
import org.acides.hiboo.infrastructure.api.OpenMail;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Members hear of browsers that sign in for the first time, and leave all of them at once. */
class NewDeviceTest extends FactorLife {

    private static final String SUBJECT = "A new browser signed in";

    @Autowired
    Commands commands;

    @Test
    void theBrowserInWhichTheAddressWasProvedIsNoNewOne() {
        String login = someone();
        Browser browser = browser();
        signUp(browser, login);
        browser.post(post.link(addressOf(login)));
        browser.signIn(login, PASSWORD);
        assertThat(notices(login)).isZero();
        browser.post("/sign-out");
        browser.signIn(addressOf(login), PASSWORD);
        assertThat(notices(login)).isZero();
    }

    @Test
    void aNewBrowserIsToldOfOnce() {
        String login = member();
        Browser browser = browser();
        browser.signIn(login, "wrong");
        assertThat(notices(login)).isZero();
        browser.signIn(login, PASSWORD);
        assertThat(notices(login)).isOne();
        OpenMail letter = post.to(addressOf(login)).getLast();
        assertThat(letter.text()).contains(login, "Firefox, Linux", "UTC", "/sessions");
        browser.post("/sign-out");
        browser.signIn(login, PASSWORD);
        assertThat(notices(login)).isOne();
    }

    @Test
    void whoGetsNoFurtherThanThePasswordMakesTheirBrowserKnownToNobody() {
        Phone phone = phone();
        Browser browser = browser();
        int before = notices(phone.login());
        for (int i = 0; i < 2; i++) browser.signIn(phone.login(), PASSWORD);
        assertThat(notices(phone.login())).isEqualTo(before);
        browser.post("/second-step", "code", phone.code());
        assertThat(notices(phone.login())).isEqualTo(before + 1);
    }

    @Test
    void whereSomebodyEnrolledTheyAreKnown() {
        Phone phone = phone();
        int before = notices(phone.login());
        phone.browser().post("/sign-out");
        phone.browser().signIn(phone.login(), PASSWORD);
        phone.browser().post("/second-step", "code", phone.code());
        assertThat(phone.browser().signedIn()).isTrue();
        assertThat(notices(phone.login())).isEqualTo(before);
    }

    @Test
    void signingOutEverywhereLeavesNoBrowserIn() {
        String login = member();
        Browser one = browser();
        one.signIn(login, PASSWORD);
        Browser other = browser();
        other.signIn(login, PASSWORD);
        commands.send(
                new SignOutEverywhere(state(login).id()),
                new Actor(state(login).id().toString(), "MEMBER"));
        assertThat(one.signedIn()).isFalse();
        assertThat(other.signedIn()).isFalse();
    }

    private int notices(String login) {
        return (int) post.to(addressOf(login)).stream()
                .filter(letter -> letter.subject().equals(SUBJECT))
                .count();
    }
}
