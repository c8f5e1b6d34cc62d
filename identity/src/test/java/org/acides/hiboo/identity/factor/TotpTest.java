package org.acides.hiboo.identity.factor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.apache.commons.codec.binary.Base32;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {

    /** The secret of RFC 6238, appendix B. */
    private static final String SECRET =
            new Base32().encodeToString("12345678901234567890".getBytes(StandardCharsets.US_ASCII));

    /** The appendix's table for SHA-1, of whose eight digits every application shows the last six. */
    @ParameterizedTest
    @CsvSource({
        "59, 94287082",
        "1111111109, 07081804",
        "1111111111, 14050471",
        "1234567890, 89005924",
        "2000000000, 69279037",
        "20000000000, 65353130"
    })
    void codesAreThoseOfTheRfc(long time, String eight) {
        Instant at = Instant.ofEpochSecond(time);
        assertThat(Totp.code(SECRET, at)).isEqualTo(eight.substring(2));
        assertThat(Totp.step(SECRET, eight.substring(2), at)).hasValue(time / 30);
    }

    @Property(tries = 200)
    void aClockMayBeOneStepOffAndNoMore(
            @ForAll @LongRange(min = 100, max = 20_000_000_000L) long time,
            @ForAll @IntRange(min = -4, max = 4) int off) {
        Instant now = Instant.ofEpochSecond(time);
        String typed = Totp.code(SECRET, now.plusSeconds(30L * off));
        List<String> taken = List.of(
                Totp.code(SECRET, now.minusSeconds(30)),
                Totp.code(SECRET, now),
                Totp.code(SECRET, now.plusSeconds(30)));
        assertThat(Totp.step(SECRET, typed, now).isPresent()).isEqualTo(taken.contains(typed));
        if (Math.abs(off) <= 1) assertThat(Totp.step(SECRET, typed, now)).isPresent();
    }

    @Property(tries = 200)
    void whatIsTypedIsNeverAFault(@ForAll String typed) {
        assertThat(Typed.bare(typed).length()).isLessThanOrEqualTo(60);
        assertThat(Totp.step(SECRET, Typed.bare(typed), Instant.ofEpochSecond(59))
                        .isPresent())
                .isEqualTo(List.of("755224", "287082", "359152").contains(Typed.bare(typed)));
    }

    @ParameterizedTest
    @CsvSource({"hulotte, hulotte", "a b+c, a%20b%2Bc", "été, %C3%A9t%C3%A9"})
    void theAddressHoldsWhateverALoginNameHolds(String login, String encoded) {
        assertThat(Totp.address(SECRET, "localhost:8080", login))
                .isEqualTo("otpauth://totp/localhost%3A8080:" + encoded + "?secret=" + SECRET
                        + "&issuer=localhost%3A8080");
    }
}
