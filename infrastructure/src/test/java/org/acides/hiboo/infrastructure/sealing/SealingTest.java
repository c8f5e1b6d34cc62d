package org.acides.hiboo.infrastructure.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.acides.hiboo.infrastructure.InfrastructureConfiguration;
import org.acides.hiboo.infrastructure.api.Keyring;
import org.acides.hiboo.infrastructure.api.Sealed;
import org.acides.hiboo.infrastructure.api.Sealer;
import org.acides.hiboo.infrastructure.start.CannotStart;
import org.acides.hiboo.infrastructure.test.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest(
        classes = {InfrastructureConfiguration.class, TestDatabase.class},
        webEnvironment = SpringBootTest.WebEnvironment.NONE)
@EnableAutoConfiguration
class SealingTest {

    record Person(String name, Instant born, UUID id) {}

    private static final Person SOMEONE =
            new Person("Zoé 🦉", Instant.parse("1990-01-02T03:04:05.678Z"), new UUID(1, 2));

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    Sealer sealer;

    @Autowired
    Keyring keyring;

    @Autowired
    KeySource source;

    private final UUID subject = UUID.randomUUID();

    @Test
    void whatIsSealedOpensAsItWas() {
        Sealed<Person> sealed = sealer.seal(subject, SOMEONE);
        assertThat(sealer.open(sealed, Person.class)).contains(SOMEONE);
        assertThat(sealer.open(sealer.seal(subject, "text"), String.class)).contains("text");
    }

    @Test
    void aBoxIsAVersionANonceAndWhatGcmMakes() {
        Sealed<String> sealed = sealer.seal(subject, "ab");
        assertThat(sealed.box()).doesNotContain("=", "+", "/");
        byte[] box = Base64.getUrlDecoder().decode(sealed.box());
        assertThat(box).startsWith(1).hasSize(1 + 12 + "\"ab\"".length() + 16);
        assertThat(sealer.seal(subject, "ab").box()).isNotEqualTo(sealed.box());
    }

    @Test
    void whatWasTamperedWithDoesNotOpen() {
        byte[] box = Base64.getUrlDecoder().decode(sealer.seal(subject, "text").box());
        for (int at = 0; at < box.length; at++) {
            byte[] other = box.clone();
            other[at] ^= 1;
            Sealed<String> tampered = new Sealed<>(
                    subject, Base64.getUrlEncoder().withoutPadding().encodeToString(other));
            assertThatThrownBy(() -> sealer.open(tampered, String.class)).isInstanceOf(IllegalStateException.class);
        }
        for (String nonsense : List.of("", "AQ", "not base64!"))
            assertThatThrownBy(() -> sealer.open(new Sealed<>(subject, nonsense), String.class))
                    .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aBoxOpensForItsOwnSubjectAlone() {
        Sealed<String> sealed = sealer.seal(subject, "text");
        UUID other = UUID.randomUUID();
        assertThatThrownBy(() -> sealer.open(new Sealed<>(other, sealed.box()), String.class))
                .isInstanceOf(IllegalStateException.class);
        sealer.seal(other, "something");
        assertThatThrownBy(() -> sealer.open(new Sealed<>(other, sealed.box()), String.class))
                .isInstanceOf(IllegalStateException.class);
        jdbc.sql("UPDATE infrastructure.data_key SET wrapped = (SELECT wrapped FROM infrastructure.data_key"
                        + " WHERE subject = ?) WHERE subject = ?")
                .params(subject, other)
                .update();
        assertThatThrownBy(() -> sealer.open(new Sealed<>(other, sealed.box()), String.class))
                .hasMessageContaining("moved from where it belongs");
    }

    @Test
    void whatWasErasedIsAbsentForEverAndOnEveryNodeAtOnce() {
        Sealer otherNode = new JdbcSealer(jdbc, transactions, new MasterKeys(jdbc, source));
        Sealed<String> sealed = sealer.seal(subject, "text");
        assertThat(otherNode.open(sealed, String.class)).contains("text");
        sealer.erase(subject);
        sealer.erase(subject);
        assertThat(otherNode.open(sealed, String.class)).isEmpty();
        assertThat(sealer.open(sealed, String.class)).isEmpty();
        assertThatThrownBy(() -> sealer.seal(subject, "again")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void whoWasNeverKnownCanBeErased() {
        sealer.erase(subject);
        assertThatThrownBy(() -> sealer.seal(subject, "text")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aFirstKeyIsUndoneWithItsTransaction() {
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            sealer.seal(subject, "text");
            status.setRollbackOnly();
        });
        assertThat(jdbc.sql("SELECT count(*) FROM infrastructure.data_key WHERE subject = ?")
                        .param(subject)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void threadsThatMakeOneSubjectsFirstKeyAgree() throws Exception {
        List<Sealed<String>> all = together(8, number -> sealer.seal(subject, "text " + number));
        for (int number = 0; number < 8; number++)
            assertThat(sealer.open(all.get(number), String.class)).contains("text " + number);
    }

    @Test
    void nodesThatMakeANamedKeyAtOnceAgree() throws Exception {
        byte[] message = "message".getBytes(StandardCharsets.UTF_8);
        Set<String> macs = together(
                        8,
                        number -> new JdbcKeyring(jdbc, transactions, new MasterKeys(jdbc, source))
                                .mac("test.race", message))
                .stream()
                .map(HexFormat.of()::formatHex)
                .collect(Collectors.toSet());
        assertThat(macs).hasSize(1).allMatch(mac -> mac.length() == 64);
        assertThat(macs).contains(HexFormat.of().formatHex(keyring.mac("test.race", message)));
        assertThat(keyring.mac("test.other", message)).isNotEqualTo(keyring.mac("test.race", message));
    }

    @Test
    void aNamedKeySurvivesItsCallersRollBack() {
        byte[] first = new TransactionTemplate(transactions).execute(status -> {
            status.setRollbackOnly();
            return keyring.mac("test.rollback", new byte[1]);
        });
        assertThat(new JdbcKeyring(jdbc, transactions, new MasterKeys(jdbc, source)).mac("test.rollback", new byte[1]))
                .isEqualTo(first);
    }

    @Test
    void theWrongMasterKeyIsToldAtTheStart(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("master.key");
        assertThatThrownBy(() -> new MasterKeys(jdbc, new KeyFiles(file)))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining(file.toString());
        assertThat(file).doesNotExist();
        Files.writeString(file, MasterKey.random().text());
        assertThatThrownBy(() -> new MasterKeys(jdbc, new KeyFiles(file)))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining(source.first().id());
        Files.writeString(file, "nonsense");
        assertThatThrownBy(() -> new MasterKeys(jdbc, new KeyFiles(file)))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("base64 of 32 bytes");
    }

    @Test
    void aKeyFileIsItsOwnersAlone(@TempDir Path folder) throws Exception {
        KeyFiles files = new KeyFiles(folder.resolve("home/master.key"));
        MasterKey made = files.first();
        assertThat(files.first().id()).isEqualTo(made.id());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("home/master.key"))))
                .isEqualTo("rw-------");
        try (var all = Files.list(folder.resolve("home"))) {
            assertThat(all).hasSize(1);
        }
    }

    private interface Work<T> {
        T on(int number) throws Exception;
    }

    private static <T> List<T> together(int threads, Work<T> work) throws Exception {
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            CountDownLatch ready = new CountDownLatch(threads);
            List<Future<T>> all = IntStream.range(0, threads)
                    .mapToObj(number -> pool.submit(() -> {
                        ready.countDown();
                        ready.await();
                        return work.on(number);
                    }))
                    .toList();
            List<T> results = new java.util.ArrayList<>();
            for (Future<T> one : all) results.add(one.get());
            return results;
        }
    }
}
