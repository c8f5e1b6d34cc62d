package org.acides.hiboo.identity.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.acides.hiboo.infrastructure.api.Refused;
import org.junit.jupiter.api.Test;

/** Whatever people type, it is taken or refused, and what is taken is found again. */
class TypedTest {

    private static final int TRIES = 20_000;

    private static Arbitrary<String> anything() {
        Arbitrary<String> plain = Arbitraries.strings().withCharRange('a', 'z').ofMaxLength(12);
        Arbitrary<String> marks =
                Arbitraries.of("", ".", "_", "-", "@", "..", " ", "\u0000", "é", "e\u0301", "Ａ", "ß", "\ud800");
        Arbitrary<String> wild = Arbitraries.strings().all().ofMaxLength(40);
        Arbitrary<String> woven =
                Combinators.combine(plain, marks, plain, marks, plain).as((a, b, c, d, e) -> a + b + c + d + e);
        return Arbitraries.oneOf(woven, woven, woven, wild);
    }

    private static <T> Optional<T> taken(Function<String, T> of, String typed) {
        try {
            return Optional.of(of.apply(typed));
        } catch (Refused no) {
            return Optional.empty();
        }
    }

    @Test
    void aLoginNameThatIsTakenIsFoundAsTyped() {
        long found = anything()
                .sampleStream()
                .limit(TRIES)
                .filter(typed -> {
                    Optional<LoginName> name = taken(LoginName::of, typed);
                    String folded = LoginName.folded(typed);
                    name.ifPresent(it -> {
                        assertThat(folded).isEqualTo(it.folded()).isNotEmpty();
                        assertThat(LoginName.of(it.value())).isEqualTo(it);
                        assertThat(it.value()).doesNotContain("@", " ", "\u0000");
                    });
                    return name.isPresent();
                })
                .count();
        assertThat(found).isBetween(TRIES / 20L, TRIES * 19L / 20);
    }

    @Test
    void anAddressThatIsTakenIsFoundAsTyped() {
        long found = anything()
                .sampleStream()
                .limit(TRIES)
                .filter(typed -> {
                    Optional<EmailAddress> address = taken(EmailAddress::of, typed);
                    String folded = EmailAddress.folded(typed);
                    address.ifPresent(it -> {
                        assertThat(folded).isEqualTo(it.folded()).isNotEmpty();
                        assertThat(EmailAddress.of(it.value())).isEqualTo(it);
                        assertThat(it.value().chars().filter(letter -> letter == '@'))
                                .hasSize(1);
                    });
                    return address.isPresent();
                })
                .count();
        assertThat(found).isBetween(TRIES / 200L, TRIES * 19L / 20);
    }
}
