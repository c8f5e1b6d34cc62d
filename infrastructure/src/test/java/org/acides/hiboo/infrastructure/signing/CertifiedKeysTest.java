package org.acides.hiboo.infrastructure.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.charset.StandardCharsets;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import org.acides.hiboo.infrastructure.InfrastructureConfiguration;
import org.acides.hiboo.infrastructure.signing.CertifiedKeys.Certified;
import org.acides.hiboo.infrastructure.test.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

@SpringBootTest(
        classes = {InfrastructureConfiguration.class, TestDatabase.class},
        webEnvironment = SpringBootTest.WebEnvironment.NONE)
@EnableAutoConfiguration
class CertifiedKeysTest {

    private static final Lifetimes LIFETIMES =
            new Lifetimes(Duration.ofDays(30), Duration.ofDays(730), Duration.ofDays(30));

    @Autowired
    KeyStorage storage;

    @Autowired
    JdbcClient jdbc;

    private Instant now = Instant.parse("2030-01-01T00:00:00Z");

    @BeforeEach
    void none() {
        jdbc.sql("DELETE FROM infrastructure.signing_key").update();
    }

    private RotatingCertificates node() {
        return new RotatingCertificates(
                new RotatingKeys(storage, KeyFamily.CERTIFIED, LIFETIMES, Clock.fixed(now, ZoneOffset.UTC)));
    }

    @Test
    void theCertificateIsOfTheKeyThatSignsAndCertifiesItself() throws Exception {
        Certified key = node().current();
        X509Certificate certificate = key.certificate();
        assertThatCode(() -> certificate.verify(certificate.getPublicKey())).doesNotThrowAnyException();
        assertThatCode(() -> certificate.checkValidity(Date.from(now))).doesNotThrowAnyException();
        assertThat(certificate.getVersion()).isEqualTo(3);
        assertThat(certificate.getKeyUsage()[0]).isTrue();
        assertThat(certificate.getSubjectX500Principal()).isEqualTo(certificate.getIssuerX500Principal());
        assertThat(certificate.getSubjectX500Principal().getName()).startsWith("CN=Hiboo ");
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(key.privateKey());
        signature.update(new byte[] {1});
        byte[] signed = signature.sign();
        signature.initVerify(certificate);
        signature.update(new byte[] {1});
        assertThat(signature.verify(signed)).isTrue();
    }

    @Test
    void aCertificateThatEndsAfter2049SaysSoInFourDigits() {
        now = Instant.parse("2045-06-01T00:00:00Z");
        assertThat(node().current().certificate().getNotAfter().toInstant()).isAfter("2055-05-01T00:00:00Z");
    }

    @Test
    void theNextIsPublishedBeforeItSignsAndTheFormerAfterwards() {
        X509Certificate first = node().current().certificate();
        now = now.plus(Duration.ofDays(705));
        node().rotate();
        assertThat(node().current().certificate()).isEqualTo(first);
        assertThat(node().published()).hasSize(2).startsWith(first);
        now = now.plus(Duration.ofDays(31));
        X509Certificate second = node().current().certificate();
        assertThat(second).isNotEqualTo(first);
        assertThat(node().published()).containsExactly(second, first);
        now = now.plus(Duration.ofDays(31));
        node().rotate();
        assertThat(node().published()).containsExactly(second);
    }

    @Test
    void everyNodeHasTheSameOneAndNoneIsPublishedAmongTheKeysOfTokens() {
        assertThat(node().current().certificate()).isEqualTo(node().current().certificate());
        SigningKeys tokens = new RotatingKeys(storage, KeyFamily.TOKENS, LIFETIMES, Clock.fixed(now, ZoneOffset.UTC));
        assertThat(tokens.published().getKeys()).hasSize(3).allMatch(key -> key.getX509CertChain() == null);
        assertThat(jdbc.sql("SELECT count(*) FROM infrastructure.signing_key")
                        .query(Integer.class)
                        .single())
                .isEqualTo(4);
    }

    @Test
    void thePrivateHalfIsNeitherStoredInTheClearNorShown() {
        Certified key = node().current();
        assertThat(key.toString()).doesNotContain(key.privateKey().toString());
        byte[] stored = jdbc.sql("SELECT wrapped FROM infrastructure.signing_key")
                .query((row, number) -> row.getBytes(1))
                .single();
        assertThat(new String(stored, StandardCharsets.ISO_8859_1)).doesNotContain("x5c", "kty");
    }
}
