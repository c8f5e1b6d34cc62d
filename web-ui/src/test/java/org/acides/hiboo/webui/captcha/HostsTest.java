package org.acides.hiboo.webui.captcha;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.acides.hiboo.infrastructure.api.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Domains are typed as people write them, and kept in ASCII. */
class HostsTest {

    @ParameterizedTest
    @CsvSource({
        "café.example, xn--caf-dma.example, café.example",
        "Café.Example, xn--caf-dma.example, café.example",
        "*.forêt.example, *.xn--fort-ipa.example, *.forêt.example",
        "example.org, example.org, example.org",
        "*.example.org, *.example.org, *.example.org",
        "例え.テスト, xn--r8jz45g.xn--zckzah, 例え.テスト",
        "xn--caf-dma.example, xn--caf-dma.example, café.example"
    })
    void anInternationalNameIsKeptInAsciiAndShownAsItIsWritten(String typed, String kept, String shown) {
        assertThat(Hosts.kept(typed)).isEqualTo(kept);
        assertThat(Hosts.shown(kept)).isEqualTo(shown);
        assertThat(Hosts.kept(shown)).isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://forum.example.test/", "a..example", "-.example", "ca fé.example", "a_b.example"})
    void whatIsNoDomainIsSaidToBeNone(String typed) {
        assertThatThrownBy(() -> Hosts.kept(typed)).isInstanceOfSatisfying(Refused.class, no -> {
            assertThat(no.code()).isEqualTo("site.domain");
            assertThat(no.arguments().toArray()).containsExactly(typed);
        });
    }

    @Test
    void aNameThatIsTooLongIsNone() {
        String label = "é".repeat(64);
        assertThatThrownBy(() -> Hosts.kept(label + ".example")).isInstanceOf(Refused.class);
    }

    /** Saving what is shown, unchanged, changes nothing. */
    @Property(tries = 500)
    void whatIsShownIsKeptAsItWas(
            @ForAll @StringLength(min = 1, max = 20) @CharRange(from = 'à', to = 'ÿ') @CharRange(from = 'a', to = 'z')
                    String label) {
        String kept = Hosts.kept(label + ".example");
        assertThat(Hosts.kept(Hosts.shown(kept))).isEqualTo(kept);
    }
}
