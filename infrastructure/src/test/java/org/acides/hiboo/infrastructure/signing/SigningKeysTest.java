package org.acides.hiboo.infrastructure.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.OctetKeyPair;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.acides.hiboo.infrastructure.InfrastructureConfiguration;
import org.acides.hiboo.infrastructure.test.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

@SpringBootTest(
        classes = {InfrastructureConfiguration.class, TestDatabase.class},
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        // The hourly rotation, by the real clock, would find the keys of this one's January long overdue.
        properties = "spring.quartz.auto-startup=false")
@EnableAutoConfiguration
class SigningKeysTest {

    private static final Lifetimes LIFETIMES =
            new Lifetimes(Duration.ofDays(1), Duration.ofDays(90), Duration.ofDays(30));

    @Autowired
    KeyStorage storage;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SigningKeys bean;

    private final Turning clock = new Turning();

    @BeforeEach
    void none() {
        jdbc.sql("DELETE FROM infrastructure.signing_key").update();
    }

    @Test
    void everyAlgorithmSignsWithAPublishedKey() throws Exception {
        SigningKeys keys = node();
        JWK ec = keys.current(JWSAlgorithm.ES256);
        JWK rsa = keys.current(JWSAlgorithm.RS256);
        JWK ed = keys.current(JWSAlgorithm.EdDSA);
        assertThat(keys.published().getKeys()).hasSize(3).noneMatch(JWK::isPrivate);
        assertThat(keys.published().toString()).doesNotContain("\"d\"");
        for (JWK key : List.of(ec, rsa, ed)) {
            assertThat(key.isPrivate()).isTrue();
            assertThat(keys.published().getKeyByKeyId(key.getKeyID()).getAlgorithm())
                    .isEqualTo(key.getAlgorithm());
        }
        JWSObject one = new JWSObject(new JWSHeader(JWSAlgorithm.ES256), new Payload("text"));
        one.sign(new ECDSASigner(ec.toECKey()));
        assertThat(one.verify(new ECDSAVerifier(
                        keys.published().getKeyByKeyId(ec.getKeyID()).toECKey())))
                .isTrue();
        JWSObject two = new JWSObject(new JWSHeader(JWSAlgorithm.RS256), new Payload("text"));
        two.sign(new RSASSASigner(rsa.toRSAKey()));
        assertThat(two.verify(new RSASSAVerifier(
                        keys.published().getKeyByKeyId(rsa.getKeyID()).toRSAKey())))
                .isTrue();
        JWSObject three = new JWSObject(new JWSHeader(JWSAlgorithm.EdDSA), new Payload("text"));
        three.sign(new Ed25519Signer(ed.toOctetKeyPair()));
        assertThat(verifiesWithTheJdk(
                        three, keys.published().getKeyByKeyId(ed.getKeyID()).toOctetKeyPair()))
                .isTrue();
        assertThatThrownBy(() -> keys.current(JWSAlgorithm.HS256)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void ed25519SignsAsRfc8037AppendixA4Does() throws Exception {
        OctetKeyPair pair = OctetKeyPair.parse("""
                {"kty":"OKP","crv":"Ed25519","d":"nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A",
                 "x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}""");
        JWSObject object = new JWSObject(new JWSHeader(JWSAlgorithm.EdDSA), new Payload("Example of Ed25519 signing"));
        object.sign(new Ed25519Signer(pair));
        assertThat(object.serialize())
                .isEqualTo("eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc."
                        + "hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg");
        assertThatThrownBy(() -> new Ed25519Signer(pair.toPublicJWK())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void nodesThatStartAtOnceSignWithTheSameKeys() {
        Set<String> published = ConcurrentHashMap.newKeySet();
        IntStream.range(0, 4)
                .parallel()
                .forEach(number -> published.add(node().published().toString()));
        assertThat(published).hasSize(1);
        assertThat(bean.current(JWSAlgorithm.ES256)).isNotNull();
    }

    @Test
    void whatIsAtRestIsWrapped() {
        JWK key = node().current(JWSAlgorithm.ES256);
        byte[] stored = jdbc.sql("SELECT wrapped FROM infrastructure.signing_key WHERE kid = ?")
                .param(key.getKeyID())
                .query(byte[].class)
                .single();
        assertThat(new String(stored, java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain("kty", "\"d\"");
    }

    @Test
    void aKeyIsPublishedADayBeforeItSignsAndThirtyDaysAfter() {
        RotatingKeys one = node();
        RotatingKeys other = node();
        String first = kid(one);
        clock.turn(Duration.ofDays(88));
        one.rotate();
        assertThat(one.published().getKeys()).hasSize(3);
        clock.turn(Duration.ofDays(1));
        one.rotate();
        other.rotate();
        assertThat(one.published().getKeys()).hasSize(6);
        assertThat(other.published().toString()).isEqualTo(one.published().toString());
        assertThat(kid(one)).isEqualTo(first);
        clock.turn(Duration.ofDays(1));
        String second = kid(one);
        assertThat(second).isNotEqualTo(first).isEqualTo(kid(other));
        clock.turn(Duration.ofDays(29));
        one.rotate();
        assertThat(other.published().getKeyByKeyId(first)).isNotNull();
        clock.turn(Duration.ofDays(1));
        one.rotate();
        assertThat(other.published().getKeys()).hasSize(3);
        assertThat(other.published().getKeyByKeyId(first)).isNull();
        assertThat(kid(other)).isEqualTo(second);
    }

    @Test
    void afterALongSleepTheOldKeySignsUntilTheNewOneWasPublishedADay() {
        RotatingKeys keys = node();
        String first = kid(keys);
        clock.turn(Duration.ofDays(400));
        keys.rotate();
        assertThat(kid(keys)).isEqualTo(first);
        clock.turn(Duration.ofDays(1));
        assertThat(kid(keys)).isNotEqualTo(first);
    }

    @Test
    void anotherNodesRotationIsSeenWithinAMinute() {
        RotatingKeys one = node();
        RotatingKeys other = node();
        kid(one);
        kid(other);
        clock.turn(Duration.ofDays(90));
        other.published();
        one.rotate();
        clock.turn(Duration.ofMinutes(1));
        assertThat(other.published().getKeys()).hasSize(6);
    }

    private RotatingKeys node() {
        return new RotatingKeys(storage, KeyFamily.TOKENS, LIFETIMES, clock);
    }

    private static String kid(SigningKeys keys) {
        return keys.current(JWSAlgorithm.ES256).getKeyID();
    }

    private static boolean verifiesWithTheJdk(JWSObject object, OctetKeyPair pair) throws Exception {
        byte[] prefix = HexFormat.of().parseHex("302a300506032b6570032100"); // RFC 8410
        byte[] spki = new byte[44];
        System.arraycopy(prefix, 0, spki, 0, 12);
        System.arraycopy(pair.getDecodedX(), 0, spki, 12, 32);
        Signature signature = Signature.getInstance("Ed25519");
        signature.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(spki)));
        signature.update(object.getSigningInput());
        return signature.verify(object.getSignature().decode());
    }

    private static final class Turning extends Clock {
        private Instant now = Instant.parse("2026-01-01T00:00:00Z");

        void turn(Duration by) {
            now = now.plus(by);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
