package org.acides.hiboo.captcha.challenge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

/** Whatever strangers send: it is refused, and it is never a fault. */
class SignedPropertiesTest {

    @Property(tries = 200)
    void noChangeToAPassGoesUnnoticed(@ForAll int place, @ForAll char other) {
        String pass = SignedTest.passes(SignedTest.BEFORE_MIDNIGHT).issue(SignedTest.proof());
        int at = Math.floorMod(place, pass.length());
        if (pass.charAt(at) == other) return;
        String changed = pass.substring(0, at) + other + pass.substring(at + 1);
        assertThatThrownBy(() -> SignedTest.passes(SignedTest.BEFORE_MIDNIGHT).read(changed))
                .isInstanceOf(NotSolved.class);
    }

    @Property(tries = 500)
    void noTextIsAPass(@ForAll String text) {
        assertThatThrownBy(() -> SignedTest.passes(SignedTest.BEFORE_MIDNIGHT).read(text))
                .isInstanceOf(NotSolved.class);
        assertThat(new Answers(new Keys(SignedTest.KEYRING), SignedTest.at(SignedTest.BEFORE_MIDNIGHT)).shownBy(text))
                .isEmpty();
    }

    @Property(tries = 500)
    void whatIsNoJsonIsMalformedAndNothingElse(@ForAll @Size(max = 300) byte[] bytes) {
        try {
            assertThat(CanonicalJson.read(bytes).isObject()).isTrue();
        } catch (NotSolved no) {
            assertThat(no.reason()).isEqualTo(NotSolved.Reason.MALFORMED);
        }
    }
}
