package org.acides.hiboo.captcha.challenge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.acides.hiboo.captcha.api.SiteKey;
import org.acides.hiboo.infrastructure.api.Keyring;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is signed, sealed and read, without a server around it. */
class SignedTest {

    static final Instant BEFORE_MIDNIGHT = Instant.parse("2026-11-28T23:58:00Z");
    static final Keyring KEYRING = (name, message) -> {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(name.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return mac.doFinal(message);
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    };

    static Lifetime at(Instant now) {
        return new Lifetime(Clock.fixed(now, ZoneOffset.UTC));
    }

    static Passes passes(Instant now) {
        return new Passes(new Keys(KEYRING), at(now));
    }

    static Proof proof() {
        return new Proof(
                SiteKey.random(),
                "pow",
                "sign-up",
                "",
                "example.org",
                new byte[16],
                BEFORE_MIDNIGHT,
                BEFORE_MIDNIGHT.plus(Lifetime.CHALLENGE));
    }

    /** By altcha-lib 2.8.0: what it signs, we sign alike. */
    @Test
    void challengesAreSignedAsAltchasOwnLibrarySignsThem() throws Exception {
        for (JsonNode made :
                JsonMapper.builder().build().readTree(new ClassPathResource("altcha/vectors.json").getInputStream())) {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec("5".repeat(64).getBytes(StandardCharsets.US_ASCII), "HmacSHA256"));
            byte[] text = CanonicalJson.of(made.at("/challenge/parameters")).getBytes(StandardCharsets.UTF_8);
            assertThat(HexFormat.of().formatHex(mac.doFinal(text)))
                    .isEqualTo(made.at("/challenge/signature").stringValue());
        }
    }

    @Test
    void aKeySignsForADayAndIsKeptForWhatItSigned() {
        Keys keys = new Keys(KEYRING);
        String today = keys.sign(Keys.Purpose.PASS, BEFORE_MIDNIGHT, "text");
        assertThat(keys.sign(Keys.Purpose.PASS, BEFORE_MIDNIGHT.plusSeconds(100), "text"))
                .isEqualTo(today);
        assertThat(keys.sign(Keys.Purpose.PASS, BEFORE_MIDNIGHT.plusSeconds(121), "text"))
                .isNotEqualTo(today);
        assertThat(keys.sign(Keys.Purpose.CHALLENGE, BEFORE_MIDNIGHT, "text")).isNotEqualTo(today);
        String pass = passes(BEFORE_MIDNIGHT).issue(proof());
        assertThat(passes(BEFORE_MIDNIGHT.plusSeconds(299)).read(pass).action()).isEqualTo("sign-up");
    }

    @Test
    void aPassHoldsForFiveMinutesAndNotBeforeItsTime() {
        String pass = passes(BEFORE_MIDNIGHT).issue(proof());
        assertThatThrownBy(() -> passes(BEFORE_MIDNIGHT.plusSeconds(300)).read(pass))
                .hasMessage("EXPIRED");
        assertThatThrownBy(() -> passes(BEFORE_MIDNIGHT.minusSeconds(6)).read(pass))
                .hasMessage("FUTURE");
        assertThat(passes(BEFORE_MIDNIGHT.minusSeconds(4)).read(pass).host()).isEqualTo("example.org");
    }

    @Test
    void jsonThatIsDeepDoubleOrLargeIsNotRead() {
        String deep = "{\"a\":".repeat(1_000) + "1" + "}".repeat(1_000);
        String large = "{\"a\":\"" + "x".repeat(20_000) + "\"}";
        for (String text : new String[] {deep, large, "{\"a\":1,\"a\":2}", "{} {}", "[]", "1", ""})
            assertThatThrownBy(() -> CanonicalJson.read(text.getBytes(StandardCharsets.UTF_8)))
                    .as(text)
                    .isInstanceOf(NotSolved.class);
    }

    @Test
    void aSealedAnswerOpensForItsChallengeAloneAndForAsLongAsThatLives() {
        Answers answers = new Answers(new Keys(KEYRING), at(BEFORE_MIDNIGHT));
        String nonce = "0123456789abcdef0123456789abcdef";
        String sealed = answers.seal(nonce, BEFORE_MIDNIGHT, "image", "hibou");
        assertThat(answers.shownBy(sealed)).contains(new Answers.Shown("image", "hibou", nonce));
        assertThat(sealed).doesNotContain("hibou");
        assertThat(answers.shownBy(sealed.replace("image", "audio"))).isEmpty();
        assertThat(answers.shownBy(sealed.replace("0123", "3210"))).isEmpty();
        assertThat(answers.shownBy(sealed.substring(0, sealed.length() - 2))).isEmpty();
        Instant later = BEFORE_MIDNIGHT.plus(Duration.ofSeconds(300));
        assertThat(new Answers(new Keys(KEYRING), at(later)).shownBy(sealed)).isEmpty();
    }
}
