package org.acides.hiboo.infrastructure.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.acides.hiboo.infrastructure.InfrastructureConfiguration;
import org.acides.hiboo.infrastructure.api.Mailer;
import org.acides.hiboo.infrastructure.api.OpenMail;
import org.acides.hiboo.infrastructure.test.Node;
import org.acides.hiboo.infrastructure.test.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

class PostTest {

    private static final OpenMail LETTER = new OpenMail(
            "ada@example.org", "Vérifiez votre adresse", "Bonjour, voilà : https://example.org/verify/x1\n");

    private final GreenMail farEnd = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private final String database = TestDatabase.create();
    private int port;

    @BeforeEach
    void start() {
        farEnd.start();
        port = farEnd.getSmtp().getPort();
    }

    @AfterEach
    void stop() {
        farEnd.stop();
    }

    private Node node(int port) {
        return node(port, Map.of("hiboo.smtp.tls", "none"));
    }

    private Node node(int port, Map<String, ?> more) {
        Map<String, Object> all = new HashMap<>(Map.of(
                "hiboo.smtp.host", "127.0.0.1",
                "hiboo.smtp.port", port,
                "hiboo.smtp.from", "Hiboo <hiboo@community.example>"));
        all.putAll(more);
        return Node.on(database, all, InfrastructureConfiguration.class);
    }

    private static List<Map<String, Object>> letters(Node node) {
        return node.get(JdbcClient.class)
                .sql("SELECT number, box, state, attempts, last_answer FROM infrastructure.letter ORDER BY number")
                .query()
                .listOfRows();
    }

    private static void makeDue(Node node) {
        node.get(JdbcClient.class)
                .sql("UPDATE infrastructure.letter SET due_at = posted_at WHERE state = 'waiting'")
                .update();
    }

    @Test
    void aLetterLeavesAfterTheCommitAndNothingOfItStays() throws Exception {
        try (Node node = node(port)) {
            node.get(TransactionTemplate.class).executeWithoutResult(status -> {
                node.get(Mailer.class).post(LETTER);
                assertThat(letters(node))
                        .singleElement()
                        .satisfies(row -> assertThat((String) row.get("box")).doesNotContain("ada", "verify"));
                assertThat(farEnd.getReceivedMessages()).isEmpty();
            });
            assertThat(farEnd.waitForIncomingEmail(1_500, 1))
                    .as("woken, not polled")
                    .isTrue();
            MimeMessage received = farEnd.getReceivedMessages()[0];
            assertThat(received.getSubject()).isEqualTo(LETTER.subject());
            assertThat(received.getContent().toString().strip())
                    .isEqualTo(LETTER.text().strip());
            assertThat(received.getHeader("Auto-Submitted")).containsExactly("auto-generated");
            assertThat(received.getMessageID()).endsWith("@community.example>");
            assertThat(received.getHeader("Received")[0])
                    .as("the greeting names no machine of ours")
                    .contains("community.example")
                    .doesNotContain(InetAddress.getLocalHost().getHostName());
            await().untilAsserted(() -> assertThat(letters(node)).isEmpty());
            assertThat(node.get(JdbcClient.class)
                            .sql("SELECT count(*) FROM infrastructure.data_key")
                            .query(Integer.class)
                            .single())
                    .as("its key")
                    .isZero();
        }
    }

    @Test
    void aServerThatAsksWhoWeAreIsToldAndAWrongPasswordLosesNoLetter() {
        farEnd.getUserManager().setAuthRequired(true);
        farEnd.setUser("postman@community.example", "postman", "let me in");
        for (String password : List.of("let me out", "let me in"))
            try (Node node = node(
                    port,
                    Map.of(
                            "hiboo.smtp.tls", "none",
                            "hiboo.smtp.username", "postman",
                            "hiboo.smtp.password", password))) {
                boolean right = password.equals("let me in");
                if (right) makeDue(node);
                else node.get(Mailer.class).post(LETTER);
                if (right) assertThat(farEnd.waitForIncomingEmail(10_000, 1)).isTrue();
                else
                    await().untilAsserted(() -> assertThat(letters(node))
                            .singleElement()
                            .satisfies(row -> assertThat((String) row.get("last_answer"))
                                    .contains("refused our name and password")));
            }
    }

    @Test
    void aServerThatCannotEncryptGetsNoLetterUnlessTheOperatorSaysSo() {
        try (Node node = node(port, Map.of())) {
            node.get(Mailer.class).post(LETTER);
            await().untilAsserted(() -> assertThat(letters(node))
                    .singleElement()
                    .satisfies(row ->
                            assertThat(row).containsEntry("state", "waiting").containsEntry("attempts", 1)));
            assertThat(farEnd.getReceivedMessages()).isEmpty();
        }
    }

    @Test
    void aLetterOfATransactionThatFailedWasNeverWritten() {
        try (Node node = node(port)) {
            node.get(TransactionTemplate.class).executeWithoutResult(status -> {
                node.get(Mailer.class).post(LETTER);
                status.setRollbackOnly();
            });
            assertThat(letters(node)).isEmpty();
            node.get(Mailer.class).post(new OpenMail("bo@example.org", "next", "text"));
            assertThat(farEnd.waitForIncomingEmail(5_000, 1)).isTrue();
            assertThat(farEnd.getReceivedMessages()).hasSize(1);
        }
    }

    @Test
    void aServerThatIsDownIsTriedAgainEvenAfterARestartOfOurs() {
        farEnd.stop();
        try (Node node = node(port)) {
            node.get(Mailer.class).post(LETTER);
            await().untilAsserted(() -> assertThat(letters(node))
                    .singleElement()
                    .satisfies(row ->
                            assertThat(row).containsEntry("state", "waiting").containsEntry("attempts", 1)));
        }
        GreenMail back = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        back.start();
        try (Node node = node(port)) {
            makeDue(node);
            assertThat(back.waitForIncomingEmail(10_000, 1)).isTrue();
            await().untilAsserted(() -> assertThat(letters(node)).isEmpty());
        } finally {
            back.stop();
        }
    }

    @Test
    void aRefusalForNowIsTriedAgainForThreeDays() throws Exception {
        try (RefusingServer server = new RefusingServer("451 greylisted");
                Node node = node(server.port())) {
            node.get(Mailer.class).post(LETTER);
            await().until(() -> letters(node).getFirst().get("attempts").equals(1));
            makeDue(node);
            await().until(() -> letters(node).getFirst().get("attempts").equals(2));
            assertThat(letters(node).getFirst())
                    .containsEntry("state", "waiting")
                    .containsEntry("last_answer", "SMTP reply 451");
            node.get(JdbcClient.class)
                    .sql("UPDATE infrastructure.letter SET posted_at = posted_at - interval '3 days'")
                    .update();
            makeDue(node);
            await().until(() -> letters(node).getFirst().get("state").equals("set-aside"));
        }
    }

    @Test
    void aRefusalForGoodSetsTheLetterAsideAtOnce() throws Exception {
        try (RefusingServer server = new RefusingServer("550 no such user");
                Node node = node(server.port())) {
            node.get(Mailer.class).post(LETTER);
            await().until(() -> letters(node).getFirst().get("state").equals("set-aside"));
            assertThat(letters(node).getFirst()).containsEntry("last_answer", "SMTP reply 550");
            assertThat(server.refused).hasValue(1);
        }
    }

    @Test
    void twoNodesSendEachLetterOnce() throws Exception {
        try (Node one = node(port);
                Node other = node(port)) {
            Mailer shared = one.get(Mailer.class);
            IntStream.range(0, 60).forEach(i -> shared.post(new OpenMail("ada@example.org", "letter " + i, "text")));
            other.get(Postman.class).wake();
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(letters(one)).isEmpty());
            List<String> subjects = Arrays.stream(farEnd.getReceivedMessages())
                    .map(PostTest::subject)
                    .toList();
            assertThat(subjects).hasSize(60).doesNotHaveDuplicates();
        }
    }

    private static String subject(MimeMessage message) {
        try {
            return message.getSubject();
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
