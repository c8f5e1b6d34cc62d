package org.acides.hiboo.identity.signin;

import static org.acides.hiboo.infrastructure.test.Staff.ADMIN;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.acides.hiboo.identity.api.Role;
import org.acides.hiboo.identity.api.SignedIn;
import org.acides.hiboo.identity.api.commands.GrantRole;
import org.acides.hiboo.infrastructure.api.Commands;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A role other than a member's asks for a second factor. */
class RolesTest extends FactorLife {

    @Autowired
    Commands commands;

    @Test
    void whoHasARoleAndNoFactorIsLedToOneAndIsAMemberUntilThen() {
        String login = auditor();
        Browser browser = browser();
        assertThat(browser.signIn(login, PASSWORD, "continue", "/inside").location())
                .isEqualTo("/factors/authenticator?continue=%2Finside");
        assertThat(browser.open("/factors/authenticator?continue=/inside").text())
                .contains("Your role in the community takes effect", "href=\"/inside\"");
        assertThat(roles(browser)).containsExactly(Role.MEMBER);
        enrol(browser, login);
        assertThat(roles(browser)).containsExactlyInAnyOrder(Role.MEMBER, Role.AUDITOR);
    }

    @Test
    void theTermsComeFirst() {
        String login = auditor();
        jdbc.sql("UPDATE identity.account SET terms = '0' WHERE account_id = ?")
                .param(state(login).id().value())
                .update();
        assertThat(browser().signIn(login, PASSWORD).location())
                .isEqualTo("/terms?continue=%2Ffactors%2Fauthenticator");
    }

    @Test
    void aRoleGivenToSomebodySignedInByPasswordTakesEffectWithTheSecondStep() {
        Phone phone = phone();
        Browser early = browser();
        early.signIn(phone.login(), PASSWORD);
        early.post("/second-step", "code", phone.code());
        jdbc.sql("UPDATE identity.session SET methods = '{pwd}' WHERE account_id = ?")
                .param(state(phone.login()).id().value())
                .update();
        grant(phone.login());
        assertThat(roles(early)).containsExactly(Role.MEMBER);
        assertThat(early.open("/second-step?continue=/admin").status()).isEqualTo(200);
        assertThat(early.post("/second-step", "code", phone.codeIn(1), "continue", "/admin")
                        .location())
                .isEqualTo("/admin");
        assertThat(roles(early)).contains(Role.AUDITOR);
    }

    @Test
    void whoWantsToProveMoreAndCannotIsLedToAFactor() {
        String login = auditor();
        Browser browser = browser();
        browser.signIn(login, PASSWORD);
        assertThat(browser.open("/second-step?continue=/admin").location())
                .isEqualTo("/factors/authenticator?continue=%2Fadmin");
        Browser plain = browser();
        plain.signIn(member(), PASSWORD);
        assertThat(plain.open("/second-step?continue=/admin").location()).isEqualTo("/admin");
    }

    private String auditor() {
        String login = member();
        grant(login);
        return login;
    }

    private void grant(String login) {
        commands.send(new GrantRole(state(login).id(), Role.AUDITOR), ADMIN);
    }

    private Set<Role> roles(Browser browser) {
        return sessions.find(browser.cookie("hiboo")).map(SignedIn::roles).orElseThrow();
    }
}
