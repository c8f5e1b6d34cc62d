package org.acides.hiboo.infrastructure.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import org.acides.hiboo.infrastructure.InfrastructureConfiguration;
import org.acides.hiboo.infrastructure.api.Mailer;
import org.acides.hiboo.infrastructure.api.OpenMail;
import org.acides.hiboo.infrastructure.start.CannotStart;
import org.acides.hiboo.infrastructure.test.Node;
import org.acides.hiboo.infrastructure.test.TestDatabase;
import org.acides.hiboo.infrastructure.test.ThrowAwayCertificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.subethamail.smtp.server.SMTPServer;

/** Letters go to a server that proves who it is, and to no other. */
class EncryptedPostTest {

    private static final OpenMail LETTER = new OpenMail("ada@example.org", "Verify", "https://example.org/verify/x1\n");

    @TempDir
    Path folder;

    private final String database = TestDatabase.create();
    private final List<String> arrived = new CopyOnWriteArrayList<>();

    /** A server that takes letters encrypted or not at all. */
    private final class FarEnd implements AutoCloseable {
        private final SMTPServer server;

        FarEnd(ThrowAwayCertificate certificate, String tls) {
            UnaryOperator<SMTPServer.Builder> encrypted = tls.equals("tls")
                    ? builder -> builder.serverSocketFactory(certificate.context())
                    : builder -> builder.enableTLS().requireTLS().startTlsSocketFactory(certificate.context());
            server = encrypted
                    .apply(SMTPServer.port(0)
                            .messageHandler((context, from, to, data) ->
                                    arrived.add(to + " " + new String(data, StandardCharsets.UTF_8))))
                    .build();
            server.start();
        }

        @Override
        public void close() {
            server.stop();
        }
    }

    private Node node(FarEnd farEnd, String tls, Map<String, ?> more) {
        Map<String, Object> all = new HashMap<>(Map.of(
                "hiboo.smtp.host",
                "127.0.0.1",
                "hiboo.smtp.port",
                farEnd.server.getPortAllocated(),
                "hiboo.smtp.tls",
                tls,
                "hiboo.smtp.from",
                "hiboo@community.example"));
        all.putAll(more);
        return Node.on(database, all, InfrastructureConfiguration.class);
    }

    private static List<Map<String, Object>> letters(Node node) {
        return node.get(JdbcClient.class)
                .sql("SELECT state, last_answer FROM infrastructure.letter")
                .query()
                .listOfRows();
    }

    private void isRefused(Node node, String why) {
        node.get(Mailer.class).post(LETTER);
        await().untilAsserted(() -> assertThat(letters(node))
                .singleElement()
                .satisfies(row -> assertThat(row.get("last_answer")).asString().contains(why)));
        assertThat(letters(node).getFirst()).containsEntry("state", "waiting");
        assertThat(arrived).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"starttls", "tls"})
    void aLetterGoesEncryptedToAServerWhoseCertificateTheOperatorTrusts(String tls) {
        ThrowAwayCertificate certificate = ThrowAwayCertificate.make(folder, "ip:127.0.0.1");
        try (FarEnd farEnd = new FarEnd(certificate, tls);
                Node node = node(farEnd, tls, Map.of("hiboo.smtp.authorities", certificate.certificate()))) {
            node.get(Mailer.class).post(LETTER);
            await().untilAsserted(() -> assertThat(arrived)
                    .singleElement()
                    .satisfies(letter ->
                            assertThat(letter).startsWith("ada@example.org").contains("verify/x1")));
            await().untilAsserted(() -> assertThat(letters(node)).isEmpty());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"starttls", "tls"})
    void aCertificateThatNobodyVouchesForGetsNoLetter(String tls) {
        ThrowAwayCertificate certificate = ThrowAwayCertificate.make(folder, "ip:127.0.0.1");
        try (FarEnd farEnd = new FarEnd(certificate, tls);
                Node node = node(farEnd, tls, Map.of())) {
            isRefused(node, "unable to find valid certification path");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"starttls", "tls"})
    void aTrustedCertificateOfAnotherHostGetsNoLetter(String tls) {
        ThrowAwayCertificate certificate = ThrowAwayCertificate.make(folder, "dns:mail.elsewhere.example");
        try (FarEnd farEnd = new FarEnd(certificate, tls);
                Node node = node(farEnd, tls, Map.of("hiboo.smtp.authorities", certificate.certificate()))) {
            isRefused(node, "subject alternative names");
        }
    }

    @Test
    void aFileWithoutCertificatesIsToldInOneLine() throws Exception {
        Path none = Files.writeString(folder.resolve("none.pem"), "nothing");
        for (Path file : List.of(none, folder.resolve("missing.pem"))) {
            SmtpServer server =
                    new SmtpServer("mail.example", 0, "", "", SmtpServer.Tls.STARTTLS, file, "hiboo@community.example");
            assertThatThrownBy(() -> new Smtp(server, Clock.systemUTC()))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("hiboo.smtp.authorities")
                    .hasMessageContaining(file.toString());
        }
    }
}
