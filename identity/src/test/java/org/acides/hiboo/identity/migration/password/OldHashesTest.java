package org.acides.hiboo.identity.migration.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.acides.hiboo.infrastructure.api.Refused;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read in a list, and what is refused there before it costs anything. */
class OldHashesTest {

    private static final String CODES = "hash\\.(unknown|malformed|too-costly)";

    @Property
    void anyTextIsReadOrRefused(@ForAll("texts") String text) {
        readOrRefused(text);
    }

    @Property(tries = 5_000)
    void aDamagedHashIsReadOrRefused(@ForAll("damaged") String text) {
        readOrRefused(text);
    }

    private static void readOrRefused(String text) {
        try {
            OldPasswords.read(text);
        } catch (Refused no) {
            assertThat(no.code()).matches(CODES);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$2y$16$GKmZUbeORZmu7JaUEHFp0etCZWBo8inWzImYY5LND/7vGukAbfa6K",
                "$argon2id$v=19$m=4194304,t=1,p=1$OFpDejZsR2t2QkN2aDRYMg$CfkDXFjXG8pNkehYR3gQYbc6ITozSk4Xskx0DsXc25I",
                "$argon2id$v=19$m=262144,t=5,p=1$OFpDejZsR2t2QkN2aDRYMg$CfkDXFjXG8pNkehYR3gQYbc6ITozSk4Xskx0DsXc25I",
                "$argon2i$v=19$m=1024,t=9999999999,p=1$OFpDejZsR2t2QkN2aDRYMg$CfkDXFjXG8pNkehYR3gQYbc6ITozSk4Xskx0DsXc25I",
                "$scrypt$ln=24,r=8,p=1$VUqJsZYyhhCC0JpTSikFAA$AxxO/yf1U/cZgk9ruBb3YrpwLcs+AB+qhiE7JdRKRe4",
                "$scrypt$ln=14,r=8,p=64$VUqJsZYyhhCC0JpTSikFAA$AxxO/yf1U/cZgk9ruBb3YrpwLcs+AB+qhiE7JdRKRe4",
                "$scrypt$ln=99,r=8,p=1$VUqJsZYyhhCC0JpTSikFAA$AxxO/yf1U/cZgk9ruBb3YrpwLcs+AB+qhiE7JdRKRe4",
                "$pbkdf2-sha256$9999999999$N6bU2jtH6B2jVGrNWetdyw$peLpiwiR/MkqQdPyVUxI0.hN2k/5oR4eq8hrPb.tbUk",
                "pbkdf2_sha256$4000001$PIg06a9RgtamWPzPQpo6hl$195P2xXzSeiwcmnIGbCfWK1cOELHiWGZ9xnQJtbjBU0=",
                "$6$rounds=1000001$n6e5lYeQc9aw1QoK$OVxqrCHxJcE/AJlGU0jWUcehwLOP9nsO2KRA5ZYW1vudewqOJws14jhhfPyWkFzLuHTOqtUUDrLokqAxoX1BW0",
                "$P$Uqiq1cOrxjEQwSDNoEdyHqS6bDxLkm.",
                "$S$Z0BbWLRDu8nL6hfZQEuYuT8ng9l.034PyElwp511/oO6GyDJ4doN",
                "gitea:scrypt$16777216$16$2$50:5a3c9f10b7e2d4861f0a9b3c4d5e6f70:860565afaa9e2805d281e8aaa4886324306a3aed59904214b6a18c1b411c8aefc99ce08754516a7631bcd843b77d03b61ef8",
            })
    void aHashThatWouldTakeTheMachineIsRefused(String hash) {
        assertThatThrownBy(() -> OldPasswords.read(hash)).hasMessage("hash.too-costly");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "$1$chouette$3oHM2Jb1Hy1Dt3u1Vq2Zy. hash.unknown",
                "5f4dcc3b5aa765d61d8327deb882cf99 hash.unknown",
                "{SMD5}AAAA hash.unknown",
                "{CRYPT}$y$j9T$salt$hash hash.unknown",
                "$2y$10$short hash.malformed",
                "$2y$03$GKmZUbeORZmu7JaUEHFp0etCZWBo8inWzImYY5LND/7vGukAbfa6K hash.malformed",
                "{SSHA}aaaa hash.malformed",
                "{SSHA}*** hash.malformed",
                "{\"secretData\":{},\"credentialData\":{}} hash.malformed",
                "gitea:pbkdf2$1000$40:5a3c9f10b7e2d4861f0a9b3c4d5e6f70:bbfa9a26306581a0a4abaa3f03dd9b8e18ad985d51f8d41e46cf272b26f9a9d30f6af49dd08918bf5ff46ead50f71fe5a8cb hash.malformed",
            })
    void whatIsNoHashIsSaidToBeNone(String text, String code) {
        assertThatThrownBy(() -> OldPasswords.read(text)).hasMessage(code);
    }

    /** A list of scrypt hashes asks for as much heap as each of them says: what the launcher gives holds no 128 MiB. */
    @org.junit.jupiter.api.Test
    void theHeapIsALimitToo() {
        byte[] sixteen = new byte[16];
        assertThatCode(() -> new Scrypt("65536", "8", "1", sixteen, sixteen, 64 << 20))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> new Scrypt("65536", "16", "2", sixteen, sixteen, 64 << 20))
                .hasMessage("hash.too-costly");
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> heads = Arbitraries.of(
                "",
                "$2a$",
                "$2y$10$",
                "$argon2id$",
                "$argon2i$v=19$m=",
                "$5$",
                "$6$rounds=",
                "$P$",
                "$S$",
                "U$S$",
                "$wp$2y$",
                "1|",
                "2|$argon2i$",
                "pbkdf2_sha256$",
                "scrypt$",
                "bcrypt_sha256$",
                "$pbkdf2-sha512$",
                "$pbkdf2-sha256$i=",
                "$scrypt$ln=",
                "$bcrypt-sha256$v=2,t=2b,r=",
                "gitea:",
                "gitea:argon2$",
                "{",
                "{SSHA}",
                "{CRYPT}",
                "{\"",
                "{}");
        return heads.flatMap(head -> Arbitraries.strings()
                .ofMaxLength(120)
                .withCharRange(' ', '~')
                .withChars('\0', 'é', '\n')
                .map(head::concat));
    }

    /** Digits are what limits hang on. */
    @Provide
    Arbitrary<String> damaged() {
        return Arbitraries.of(vectors())
                .flatMap(hash -> Arbitraries.integers()
                        .between(0, hash.length() - 1)
                        .flatMap(at -> Arbitraries.of("", "9", "0", "99999", "-", "$", "{", "\"", "=", "é", "x")
                                .map(put -> hash.substring(0, at) + put + hash.substring(at + 1))));
    }

    private static List<String> vectors() {
        try (var file = OldHashesTest.class.getResourceAsStream("/old-passwords/vectors.tsv")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.substring(line.indexOf('\t') + 1))
                    .toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
