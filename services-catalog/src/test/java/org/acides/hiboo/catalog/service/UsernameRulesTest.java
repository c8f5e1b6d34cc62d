package org.acides.hiboo.catalog.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.acides.hiboo.catalog.api.UsernameRules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UsernameRulesTest {

    @ParameterizedTest
    @CsvSource({
        "ab,username.too-short",
        "abcdefghijklmnopqrstuvwxyz01234,username.too-long",
        "a-b-c,username.malformed",
        "'abc ',username.malformed",
        "root,username.reserved"
    })
    void theFirstRuleThatSaysNoIsNamed(String username, String code) {
        assertThat(UsernameRules.DEFAULT.refusal(username)).contains(code);
    }

    @Test
    void whatTheRulesTakeIsNotRefused() {
        assertThat(UsernameRules.DEFAULT.refusal("hulotte_7")).isEmpty();
        assertThat(UsernameRules.DEFAULT.refusal("a".repeat(30))).isEmpty();
    }

    @Test
    void lengthIsCountedInCharactersThatPeopleSee() {
        var owls = new UsernameRules("\\X+", 2, 3, List.of(), false);
        assertThat(owls.refusal("🦉🦉🦉")).isEmpty();
        assertThat(owls.refusal("🦉")).contains("username.too-short");
        assertThat(owls.refusal("🦉🦉🦉🦉")).contains("username.too-long");
    }

    @Test
    void reservedNamesAreReservedInCapitalsToo() {
        var rules = new UsernameRules("[A-Za-z]+", 1, 30, List.of("root"), false);
        assertThat(rules.refusal("RooT")).contains("username.reserved");
    }

    /** Without the bound, each of these would look for longer than anybody lives. */
    @ParameterizedTest
    @ValueSource(strings = {"(a+)+", "(a|a)*", "(a|aa)+", "([a-z]*)*b", "(.*a){20}"})
    void anExponentialPatternRefusesInsteadOfHanging(String pattern) {
        var rules = new UsernameRules(pattern, 1, 64, List.of(), false);
        assertThat(rules.refusal("a".repeat(63) + "!")).contains("username.malformed");
    }
}
