package org.acides.hiboo.identity.oidc.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class UserCodeTest {

    @Test
    void itIsReadHoweverItIsTyped() {
        UserCode code = new UserCode("WDJBMJHT");
        assertThat(code).hasToString("WDJB-MJHT");
        for (String typed : new String[] {"WDJB-MJHT", "wdjbmjht", " wdjb mjht ", "W.D.J.B–MJHT"})
            assertThat(UserCode.typed(typed)).as(typed).contains(code);
        for (String typed : new String[] {"", "WDJB-MJH", "WDJB-MJHTT", "WDJB-MJH1", "AEIO-UYAE", "x".repeat(60)})
            assertThat(UserCode.typed(typed)).as(typed).isEmpty();
    }

    @Property
    void whateverIsTypedIsACodeOrNone(@ForAll String text) {
        UserCode.typed(text)
                .ifPresent(code -> assertThat(UserCode.typed(code.toString())).contains(code));
    }

    @Property(tries = 100)
    void aDrawnCodeHasEightLettersWithoutVowels() {
        assertThat(UserCode.random(new SecureRandom()).letters()).matches("[BCDFGHJKLMNPQRSTVWXZ]{8}");
    }
}
