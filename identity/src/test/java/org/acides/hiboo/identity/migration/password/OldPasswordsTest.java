package org.acides.hiboo.identity.migration.password;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Supplier;
import org.acides.hiboo.identity.credential.HashingTurns;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** {@code old-passwords/README.md} says how the vectors were made. */
class OldPasswordsTest {

    static final String PASSWORD = "hululement d'été 🦉";

    private static final HashingTurns AT_ONCE = new HashingTurns() {
        @Override
        public <T> T take(Supplier<T> work) {
            return work.get();
        }
    };

    private final OldPasswords passwords = new OldPasswords(AT_ONCE);

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(
            resources = "/old-passwords/vectors.tsv",
            delimiter = '\t',
            quoteCharacter = '\0',
            maxCharsPerColumn = 1000)
    void whatTheSoftwareHashedMatchesAndNothingElseDoes(String software, String hash) {
        assertThat(passwords.matches(hash, "", PASSWORD)).isTrue();
        assertThat(passwords.matches(hash, "", PASSWORD + " ")).isEqualTo(software.equals("wordpress 6.8"));
        assertThat(passwords.matches(hash, "", "Hululement d'été 🦉")).isFalse();
        assertThat(passwords.matches(hash, "", "")).isFalse();
    }

    /**
     * Synapse normalises to NFKC and puts its pepper after the password, as Devise does without normalising. Made by
     * Debian's python3-bcrypt: {@code bcrypt.hashpw(NFKC(P) + b"poivre", bcrypt.gensalt(4))}.
     */
    @Test
    void aPepperIsPutAfterThePassword() {
        String hash = "$2b$04$CqyEpOa.bshc63ZgWFPOgOyVliV36wmEx.KS8oMR8jNTjaeQHRxHC";
        assertThat(passwords.matches(hash, "poivre", PASSWORD)).isTrue();
        assertThat(passwords.matches(hash, "", PASSWORD)).isFalse();
        assertThat(passwords.matches(hash, "", PASSWORD + "poivre")).isTrue();
    }

    /** The accents of a file name on macOS are letters of their own: the same password, other bytes. */
    @Test
    void aPasswordTypedDecomposedIsTheSamePassword() {
        String decomposed = java.text.Normalizer.normalize(PASSWORD, java.text.Normalizer.Form.NFD);
        assertThat(decomposed).isNotEqualTo(PASSWORD);
        assertThat(passwords.matches("{SSHA}wUVapfyR8p3ppN/HFB0RgBJ0O3cFwZ/p", "", decomposed))
                .isTrue();
    }

    /** Made by php-cli: {@code password_hash(str_repeat('é', 60), PASSWORD_BCRYPT, ['cost' => 4])}. */
    @Test
    void bcryptLooksAtTheFirst72Bytes() {
        String hash = "$2y$04$Ta1xZJIZ11bpf2BxZgcIg.5ZuMtLb731Di7lGYaEtY3QL0NM6QL6u";
        assertThat(passwords.matches(hash, "", "é".repeat(60))).isTrue();
        assertThat(passwords.matches(hash, "", "é".repeat(36) + "whatever")).isTrue();
        assertThat(passwords.matches(hash, "", "é".repeat(35))).isFalse();
    }

    @Test
    void moreThan256CharactersMatchNothing() {
        String hash = "{SHA}" + Bytes.base64(Bytes.digest("SHA-1").digest(Bytes.utf8("a".repeat(257))));
        assertThat(passwords.matches(hash, "", "a".repeat(257))).isFalse();
    }
}
