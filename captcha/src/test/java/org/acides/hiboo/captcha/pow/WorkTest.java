package org.acides.hiboo.captcha.pow;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.acides.hiboo.captcha.api.SiteKey;
import org.acides.hiboo.captcha.kind.Asked;
import org.acides.hiboo.captcha.kind.Posed;
import org.acides.hiboo.infrastructure.api.Keyring;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class WorkTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HexFormat HEX = HexFormat.of();
    private static final Keyring KEYRING = (name, message) -> {
        byte[] mac = new byte[32];
        for (int i = 0; i < message.length; i++) mac[i % 32] += (byte) (31 * message[i] + i);
        return mac;
    };

    private final ProofOfWork pow = new ProofOfWork("pow", new Pbkdf2(), KEYRING);

    /** RFC 7914 §11. */
    @Test
    void pbkdf2IsThatOfTheRfc() {
        assertThat(HEX.formatHex(Pbkdf2.derive(1, ascii("passwd"), ascii("salt"))))
                .isEqualTo("55ac046e56e3089fec1691c22544b605f94185216dde0465e68b9d57c20dacbc");
        assertThat(HEX.formatHex(Pbkdf2.derive(80_000, ascii("Password"), ascii("NaCl"))))
                .isEqualTo("4ddcd8f60b98be21830cee5ef22701f9641a4418d04c0414aeff08876b34ab56");
    }

    /** By altcha-lib 2.8.0, and for Argon2id by the code of altcha 3.2.2's worker. */
    @Test
    void keysAreThoseOfAltchasOwnLibrary() throws Exception {
        for (JsonNode made : JSON.readTree(new ClassPathResource("altcha/vectors.json").getInputStream())) {
            Map<String, Object> parameters =
                    JSON.convertValue(made.at("/challenge/parameters"), new TypeReference<Map<String, Object>>() {});
            byte[] key = Solver.key(parameters, made.at("/solution/counter").longValue());
            assertThat(HEX.formatHex(key))
                    .isEqualTo(made.at("/solution/derivedKey").stringValue());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"PBKDF2/SHA-256", "ARGON2ID"})
    void eachDifficultyTakesTwiceTheWork(String algorithm) {
        Derivation derivation = algorithm.equals("ARGON2ID") ? new Argon2id() : new Pbkdf2();
        double before = 0;
        for (int difficulty = 1; difficulty <= 12; difficulty++) {
            Map<String, Object> cost = derivation.cost(difficulty);
            double work = Derivation.number(cost, "cost") * Math.pow(16, derivation.digits(difficulty));
            if (difficulty > 1) assertThat(work).isEqualTo(2 * before);
            before = work;
        }
    }

    @ParameterizedTest
    @CsvSource({"PBKDF2/SHA-256, 10", "ARGON2ID, 7"})
    void whatNoPhoneWorksOffInTimeIsNotPosed(String algorithm, int hardest) {
        Derivation derivation = algorithm.equals("ARGON2ID") ? new Argon2id() : new Pbkdf2();
        assertThat(derivation.hardest()).isEqualTo(hardest);
        ProofOfWork kind = new ProofOfWork("any", derivation, KEYRING);
        Posed hard = kind.pose(new Asked(SiteKey.random(), "", 12, Locale.ENGLISH));
        assertThat(hard.parameters())
                .containsAllEntriesOf(derivation.cost(hardest))
                .extractingByKey("keyPrefix")
                .asString()
                .hasSize(derivation.digits(hardest));
    }

    @Test
    void theCounterThatDerivesTheBeginningSolvesIt() {
        Posed posed = posed();
        JsonNode solution = solution(posed);
        assertThat(pow.plausible(posed, solution)).isTrue();
        assertThat(pow.solved(posed, solution)).isTrue();
    }

    /** The hole of a published library: it derives the key anew, and never looks at how it begins. */
    @Test
    void aKeyThatIsDerivedInTruthButBeginsOtherwiseSolvesNothing() {
        Posed posed = posed();
        for (int counter = 0; counter < 20; counter++) {
            String key = HEX.formatHex(Solver.key(posed.parameters(), counter));
            if (key.startsWith(posed.parameters().get("keyPrefix").toString())) continue;
            assertThat(pow.plausible(posed, solution(counter, key))).isFalse();
            assertThat(pow.solved(posed, solution(counter, key))).isFalse();
        }
    }

    @Test
    void aKeyThatBeginsWellButThatNoCounterDerivedSolvesNothing() {
        Posed posed = posed();
        String key = posed.parameters().get("keyPrefix") + "0".repeat(62);
        assertThat(pow.plausible(posed, solution(0, key))).isTrue();
        assertThat(pow.solved(posed, solution(0, key))).isFalse();
    }

    @Test
    void theRightKeyWithAnotherCounterSolvesNothing() {
        Posed posed = posed();
        JsonNode right = solution(posed);
        long counter = right.path("counter").longValue();
        String key = right.path("derivedKey").stringValue();
        for (Object forged : new Object[] {counter + 1, counter + (1L << 32), -1, "" + counter, counter + 0.5, true})
            assertThat(pow.solved(posed, solution(forged, key)))
                    .as("%s", forged)
                    .isFalse();
        assertThat(pow.solved(posed, solution(counter, key.toUpperCase(Locale.ROOT))))
                .isFalse();
        assertThat(pow.solved(posed, JSON.readTree("{}"))).isFalse();
    }

    @Test
    void aBeginningThatIsNotOursSolvesNothingEvenWhenTheKeyHasIt() {
        Posed posed = posed();
        String key = HEX.formatHex(Solver.key(posed.parameters(), 0));
        Map<String, Object> eased = new TreeMap<>(posed.parameters());
        eased.put("keyPrefix", key.substring(0, 1));
        assertThat(pow.solved(new Posed(eased, null, Map.of()), solution(0, key)))
                .isFalse();
        eased.put("keyPrefix", "");
        assertThat(pow.solved(new Posed(eased, null, Map.of()), solution(0, key)))
                .isFalse();
    }

    private Posed posed() {
        Posed posed = pow.pose(new Asked(SiteKey.random(), "sign-up", 1, Locale.ENGLISH));
        Map<String, Object> parameters = new TreeMap<>(posed.parameters());
        parameters.put("nonce", "0123456789abcdef0123456789abcdef");
        return new Posed(parameters, null, Map.of());
    }

    private static JsonNode solution(Posed posed) {
        String prefix = posed.parameters().get("keyPrefix").toString();
        for (int counter = 0; ; counter++) {
            String key = HEX.formatHex(Solver.key(posed.parameters(), counter));
            if (key.startsWith(prefix)) return solution(counter, key);
        }
    }

    private static JsonNode solution(Object counter, String key) {
        return JSON.valueToTree(Map.of("counter", counter, "derivedKey", key));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
