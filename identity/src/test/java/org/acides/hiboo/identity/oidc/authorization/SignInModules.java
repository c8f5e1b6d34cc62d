package org.acides.hiboo.identity.oidc.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import org.acides.hiboo.identity.oidc.Acr;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Those modules that are about whether a person is asked, and how lately they proved who they are. */
abstract class SignInModules extends CodeFlowProfile {

    @Test
    @DisplayName("oidcc-prompt-login")
    void promptLoginAsksOnceMore() throws Exception {
        Round first = round("max_age", "15000");
        secondsPass(1);
        Round second = provedAgain("prompt", "login", "max_age", "15000");
        valid(second);
        assertThat(second.claims().get("auth_time").asLong())
                .isGreaterThan(first.claims().get("auth_time").asLong());
    }

    @Test
    @DisplayName("oidcc-prompt-none-not-logged-in")
    void silentlyNobodySignsIn() {
        assertThat(answer(stranger().get(request("prompt", "none"))))
                .containsEntry("error", "login_required")
                .containsEntry("state", "a state & more");
    }

    @Test
    @DisplayName("oidcc-prompt-none-logged-in, oidcc-id-token-hint")
    void silentlyTheSamePersonIsTheSame() throws Exception {
        Round first = round("max_age", "15000");
        String hint = first.tokens().get("id_token").asString();
        for (Round second : new Round[] {
            round("prompt", "none", "max_age", "15000"),
            round("prompt", "none", "id_token_hint", hint, "max_age", "15000")
        }) {
            valid(second);
            assertThat(second.claims().get("sub")).isEqualTo(first.claims().get("sub"));
            assertThat(second.claims().get("auth_time"))
                    .isEqualTo(first.claims().get("auth_time"));
        }
    }

    @Test
    @DisplayName("oidcc-max-age-1")
    void whoProvedItTooLongAgoProvesItAgain() throws Exception {
        Round first = round("max_age", "15000");
        secondsPass(2);
        Round second = provedAgain("max_age", "1");
        valid(second);
        long proved = second.claims().get("auth_time").asLong();
        assertThat(proved).isGreaterThan(first.claims().get("auth_time").asLong());
        assertThat(proved).isGreaterThan(clock.instant().getEpochSecond() - 60);
    }

    @Test
    @DisplayName("oidcc-max-age-10000")
    void whoProvedItLatelyIsNotAsked() {
        Round first = round("max_age", "15000");
        Round second = round("max_age", "10000");
        for (String claim : new String[] {"auth_time", "sub"})
            assertThat(second.claims().get(claim))
                    .isNotNull()
                    .isEqualTo(first.claims().get(claim));
    }

    @Test
    @DisplayName("oidcc-ensure-request-with-acr-values-succeeds")
    void aLevelThatIsAdvertisedIsTold() throws Exception {
        Round round = round("acr_values", String.join(" ", Acr.known()));
        valid(round);
        assertThat(Acr.known()).contains(round.claims().get("acr").asString());
    }
}
