package org.acides.hiboo.infrastructure.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.acides.hiboo.infrastructure.api.Sealed;
import org.acides.hiboo.infrastructure.start.CannotStart;
import org.acides.hiboo.infrastructure.test.TestDatabase;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class MasterKeyRotationTest {

    @TempDir
    Path folder;

    private Path file;
    private JdbcTemplate jdbc;
    private DataSourceTransactionManager transactions;
    private final List<Sealed<String>> sealed = new ArrayList<>();
    private byte[] mac = new byte[0];
    private JdbcSealer running;

    @BeforeEach
    void aDatabaseWithKeys() {
        DriverManagerDataSource source = new DriverManagerDataSource(TestDatabase.create());
        Flyway.configure()
                .dataSource(source)
                .schemas("infrastructure")
                .locations("classpath:db/infrastructure")
                .load()
                .migrate();
        jdbc = new JdbcTemplate(source);
        transactions = new DataSourceTransactionManager(source);
        file = folder.resolve("master.key");
        running = sealer(new KeyFiles(file));
        transactionally(() -> {
            for (int number = 0; number < 1100; number++) sealed.add(running.seal(UUID.randomUUID(), "text " + number));
        });
        mac = keyring(new KeyFiles(file)).mac("test.key", new byte[1]);
    }

    @Test
    void everythingOpensUnderTheNewKeyAlone() throws Exception {
        String old = new KeyFiles(file).first().id();
        running.erase(sealed.getFirst().subject());
        String said = rotate(new KeyFiles(file), 0);
        assertThat(said).contains("data_key: 500 of 1099", "data_key: 1099 of 1099", "named_key: 1 of 1", "Done.");
        Path kept = folder.resolve("master.key." + old + ".old");
        assertThat(kept).exists();
        assertThat(Files.getPosixFilePermissions(file)).hasSize(2);
        assertThat(Files.getPosixFilePermissions(kept)).hasSize(2);
        assertThat(folder.resolve("master.key.new")).doesNotExist();
        Files.delete(kept);
        assertThat(jdbc.queryForList(
                        "SELECT DISTINCT master_key FROM infrastructure.data_key" + " WHERE master_key IS NOT NULL",
                        String.class))
                .containsExactly(new KeyFiles(file).first().id())
                .doesNotContain(old);
        assertEverythingOpens(new KeyFiles(file));
    }

    @Test
    void whatWasCutOffGoesOnWhereItWas() {
        class CutOff extends OutputStream {
            @Override
            public void write(int b) {}

            @Override
            public void write(byte[] bytes, int from, int length) {
                if (new String(bytes, from, length, StandardCharsets.UTF_8).contains("500 of"))
                    throw new IllegalStateException("cut off");
            }
        }
        PrintStream out = new PrintStream(new CutOff(), true, StandardCharsets.UTF_8);
        assertThatThrownBy(() -> rotation(new KeyFiles(file)).run(out)).hasMessage("cut off");
        // In between, a Hiboo runs with both keys, the one from before the rotation too, and makes new ones.
        assertEverythingOpens(new KeyFiles(file));
        sealed.add(running.seal(UUID.randomUUID(), "text " + sealed.size()));
        String said = rotate(new KeyFiles(file), 0);
        assertThat(said).contains("data_key: 600 of 600");
        assertEverythingOpens(new KeyFiles(file));
        assertThat(running.open(sealed.getLast(), String.class)).isPresent();
    }

    @Test
    void betweenTheTwoMovesOfFilesAStartFindsItsKey() throws Exception {
        String old = new KeyFiles(file).first().id();
        rotate(new KeyFiles(file), 0);
        Files.move(file, folder.resolve("master.key.new"));
        assertEverythingOpens(new KeyFiles(file));
        rotate(new KeyFiles(file), 0);
        assertThat(file).exists();
        assertThat(folder.resolve("master.key." + old + ".old")).exists();
        assertEverythingOpens(new KeyFiles(file));
    }

    @Test
    void aKeyFromTheEnvironmentIsReplacedByOneFromTheEnvironment() {
        String old = new KeyFiles(file).first().text();
        assertThat(rotate(new GivenKeys(old, ""), 2)).contains("HIBOO_NEW_MASTER_KEY", "run this again");
        String next = MasterKey.random().text();
        assertThat(rotate(new GivenKeys(old, next), 0))
                .contains("HIBOO_MASTER_KEY set to", MasterKey.parse(next, "").id());
        assertEverythingOpens(new GivenKeys(next, ""));
        assertThatThrownBy(() -> new MasterKeys(JdbcClient.create(jdbc), new GivenKeys(old, "")))
                .isInstanceOf(CannotStart.class);
    }

    @Test
    void theWrongKeyRotatesNothing() {
        assertThatThrownBy(() -> rotation(new GivenKeys(
                                MasterKey.random().text(), MasterKey.random().text()))
                        .run(System.out))
                .isInstanceOf(CannotStart.class);
        assertEverythingOpens(new KeyFiles(file));
    }

    private String rotate(KeySource source, int status) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        assertThat(rotation(source).run(new PrintStream(said, true, StandardCharsets.UTF_8)))
                .isEqualTo(status);
        return said.toString(StandardCharsets.UTF_8);
    }

    private void assertEverythingOpens(KeySource source) {
        JdbcSealer sealer = sealer(source);
        transactionally(() -> {
            for (int number = 1; number < sealed.size(); number++)
                assertThat(sealer.open(sealed.get(number), String.class)).contains("text " + number);
        });
        assertThat(keyring(source).mac("test.key", new byte[1])).isEqualTo(mac);
    }

    private void transactionally(Runnable work) {
        new org.springframework.transaction.support.TransactionTemplate(transactions)
                .executeWithoutResult(status -> work.run());
    }

    private MasterKeyRotation rotation(KeySource source) {
        return new MasterKeyRotation(jdbc, transactions, source);
    }

    private JdbcSealer sealer(KeySource source) {
        JdbcClient client = JdbcClient.create(jdbc);
        return new JdbcSealer(client, transactions, new MasterKeys(client, source));
    }

    private JdbcKeyring keyring(KeySource source) {
        JdbcClient client = JdbcClient.create(jdbc);
        return new JdbcKeyring(client, transactions, new MasterKeys(client, source));
    }
}
