package org.acides.hiboo.identity.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.acides.hiboo.catalog.api.UsernameRules;
import org.acides.hiboo.infrastructure.api.Refused;
import org.junit.jupiter.api.Test;

class UsernamePolicyTest {

    private static final UsernamePolicy DEFAULT = new UsernamePolicy(UsernameRules.DEFAULT);
    private static final UsernamePolicy ANY = new UsernamePolicy(new UsernameRules(".+", 1, 64, List.of(), true));

    private static void refuses(UsernamePolicy policy, String username, String code) {
        assertThatThrownBy(() -> policy.check(username))
                .as(username.length() > 80 ? "long" : username)
                .isInstanceOfSatisfying(
                        Refused.class, no -> assertThat(no.code()).isEqualTo(code));
    }

    @Test
    void anOrdinaryNameIsTaken() {
        assertThatCode(() -> DEFAULT.check("camille_42")).doesNotThrowAnyException();
        assertThatCode(() -> ANY.check("éloïse")).doesNotThrowAnyException();
        assertThatCode(() -> ANY.check("мария")).doesNotThrowAnyException();
        assertThatCode(() -> ANY.check("まりな")).doesNotThrowAnyException();
    }

    @Test
    void lengthIsCountedInCodePoints() {
        refuses(DEFAULT, "ab", "username.too-short");
        refuses(DEFAULT, "a".repeat(31), "username.too-long");
        assertThatCode(() -> ANY.check("𐐨".repeat(64))).doesNotThrowAnyException();
        refuses(ANY, "𐐨".repeat(65), "username.too-long");
    }

    @Test
    void aMegabyteIsRefusedUnread() {
        refuses(DEFAULT, "a".repeat(1 << 20), "username.too-long");
    }

    @Test
    void markupAndSqlAreMalformed() {
        for (String text : List.of("<b>bob</b>", "bob' or '1'='1", "bob; drop table", "bob\u0000bob", "bob\nbob"))
            refuses(DEFAULT, text, "username.malformed");
    }

    @Test
    void capitalsAndCompatibilityFormsAreRefused() {
        for (String text : List.of("Camille", "ﬁnn", "ｃamille", "straße", "cam\u200dille", "e\u0301lo"))
            refuses(ANY, text, "username.not-lower-case");
    }

    @Test
    void scriptsDoNotMix() {
        refuses(ANY, "c\u0430mille", "username.confusable");
        refuses(ANY, "\u0440\u0430ul", "username.confusable");
    }

    @Test
    void aReservedNameIsReservedHoweverItIsDrawn() {
        refuses(DEFAULT, "admin", "username.reserved");
        UsernamePolicy policy = new UsernamePolicy(new UsernameRules(".+", 1, 64, List.of("Modem"), true));
        refuses(policy, "modem", "username.reserved");
        refuses(policy, "modern", "username.reserved");
    }

    @Test
    void anExponentialPatternGivesUp() {
        UsernamePolicy policy = new UsernamePolicy(new UsernameRules("(a+)+b", 1, 64, List.of(), true));
        refuses(policy, "a".repeat(64), "username.malformed");
        assertThatCode(() -> policy.check("a".repeat(63) + "b")).doesNotThrowAnyException();
    }

    @Property
    void whateverIsTypedIsTakenOrRefusedByName(@ForAll @StringLength(max = 80) String text) {
        try {
            ANY.check(text);
        } catch (Refused no) {
            assertThat(no.code())
                    .isIn(Set.of(
                            "username.too-long",
                            "username.too-short",
                            "username.not-lower-case",
                            "username.malformed",
                            "username.confusable"));
        }
    }

    @Property
    void namesOfTheDefaultRulesAreNeverRefusedForTheirScript(
            @ForAll @StringLength(min = 3, max = 30) @CharRange(from = 'a', to = 'z') String text) {
        try {
            DEFAULT.check(text);
        } catch (Refused no) {
            assertThat(no.code()).isEqualTo("username.reserved");
        }
    }
}
