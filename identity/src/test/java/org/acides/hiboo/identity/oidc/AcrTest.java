package org.acides.hiboo.identity.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AcrTest {

    @ParameterizedTest
    @CsvSource({
        "pwd,password",
        "pwd otp mfa,mfa",
        "pwd mfa,mfa",
        "hwk user mfa,phishing-resistant",
        "swk user mfa,phishing-resistant",
        "pwd otp hwk user mfa,phishing-resistant",
        "hwk user,password"
    })
    void whatWasProvedIsOneLevel(String methods, String level) {
        assertThat(Acr.of(List.of(methods.split(" ")))).isEqualTo("urn:hiboo:acr:" + level);
    }

    @Test
    void eachLevelSatisfiesThoseBeforeItAndNoneAfter() {
        List<String> code = List.of("pwd", "otp", "mfa");
        assertThat(Acr.reached(Acr.PASSWORD, code)).isTrue();
        assertThat(Acr.reached(Acr.SECOND_FACTOR, code)).isTrue();
        assertThat(Acr.reached(Acr.PHISHING_RESISTANT, code)).isFalse();
        assertThat(Acr.reached("gold", code)).isFalse();
        assertThat(Acr.strongest(Set.of(Acr.PASSWORD, Acr.PHISHING_RESISTANT), List.of("swk", "user", "mfa")))
                .contains(Acr.PHISHING_RESISTANT);
        assertThatThrownBy(() -> Acr.of(List.of())).isInstanceOf(IllegalArgumentException.class);
    }
}
