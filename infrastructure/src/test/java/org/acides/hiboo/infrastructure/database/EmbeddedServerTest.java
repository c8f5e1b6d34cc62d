package org.acides.hiboo.infrastructure.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.acides.hiboo.infrastructure.start.CannotStart;
import org.acides.hiboo.infrastructure.test.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

class EmbeddedServerTest {

    @TempDir
    Path folder;

    @Test
    void dataSurvivesARestartBehindAPasswordAndDurably() throws Exception {
        Path home = folder.resolve("home");
        ProcessHandle postmaster;
        try (ConfigurableApplicationContext first = Standalone.start(home)) {
            JdbcTemplate jdbc = Standalone.jdbc(first);
            jdbc.execute("CREATE TABLE kept (id serial PRIMARY KEY)");
            jdbc.update("INSERT INTO kept DEFAULT VALUES");
            for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes"))
                assertThat(jdbc.queryForObject("SHOW " + setting, String.class)).isEqualTo("on");
            String url = first.getBean(JdbcConnectionDetails.class).getJdbcUrl();
            for (String user : List.of("postgres", "hiboo"))
                for (String password : List.of("", "guess"))
                    assertThatThrownBy(() -> DriverManager.getConnection(url, user, password))
                            .hasMessageContaining("password");
            assertThat(Files.readString(home.resolve("postgres/pg_hba.conf"))
                            .lines()
                            .filter(line -> !line.startsWith("#")))
                    .noneMatch(line -> line.contains("trust"));
            assertThat(Files.getPosixFilePermissions(home.resolve("postgres.password")))
                    .hasSize(2);
            assertThatThrownBy(() -> new EmbeddedServer(home))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("another Hiboo runs");
            postmaster = Postmaster.of(home.resolve("postgres")).orElseThrow().process();
        }
        assertThat(postmaster.isAlive()).isFalse();
        try (ConfigurableApplicationContext second = Standalone.start(home)) {
            assertThat(rows(second)).isEqualTo(1);
        }
    }

    @Test
    void afterAKillTheServerThatWasLeftIsStoppedAndStartedAgain() throws Exception {
        Path home = folder.resolve("home");
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Standalone.class.getName(),
                        home.toString())
                .redirectErrorStream(true)
                .start();
        List<String> said = new ArrayList<>();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
            String line;
            while ((line = lines.readLine()) != null && !line.equals("WRITTEN")) said.add(line);
            assertThat(line).as(() -> String.join("\n", said)).isEqualTo("WRITTEN");
            child.destroyForcibly().waitFor();
        }
        ProcessHandle left =
                Postmaster.of(home.resolve("postgres")).orElseThrow().process();
        try (ConfigurableApplicationContext again = Standalone.start(home)) {
            assertThat(left.isAlive()).isFalse();
            assertThat(rows(again)).isEqualTo(1);
        }
    }

    @Test
    void aServerKilledUnderLoadComesBackAndKeepsWhatItAcknowledged() throws Exception {
        Path home = folder.resolve("home");
        try (ConfigurableApplicationContext context = Standalone.start(home)) {
            JdbcTemplate jdbc = Standalone.jdbc(context);
            jdbc.execute("CREATE TABLE kept (id integer PRIMARY KEY)");
            Set<Integer> acknowledged = ConcurrentHashMap.newKeySet();
            AtomicInteger next = new AtomicInteger();
            AtomicBoolean stop = new AtomicBoolean();
            try (ExecutorService load = Executors.newFixedThreadPool(8)) {
                for (int thread = 0; thread < 8; thread++)
                    load.execute(() -> {
                        while (!stop.get()) {
                            int id = next.incrementAndGet();
                            try {
                                jdbc.update("INSERT INTO kept VALUES (?)", id);
                                acknowledged.add(id);
                            } catch (DataAccessException whileItIsDown) {
                                // Nothing was acknowledged.
                            }
                        }
                    });
                await().atMost(Duration.ofSeconds(60)).until(() -> acknowledged.size() > 200);
                ProcessHandle postmaster =
                        Postmaster.of(home.resolve("postgres")).orElseThrow().process();
                postmaster.destroyForcibly();
                postmaster.onExit().join();
                int before = acknowledged.size();
                await().atMost(Duration.ofSeconds(60)).until(() -> acknowledged.size() > before + 200);
                stop.set(true);
            }
            assertThat(jdbc.queryForList("SELECT id FROM kept", Integer.class)).containsAll(acknowledged);
        }
    }

    @Test
    void aFirstStartThatWasCutOffIsBegunAgain() throws Exception {
        Path home = folder.resolve("home");
        Files.createDirectories(home.resolve("postgres"));
        Files.createFile(home.resolve("postgres/postgresql.conf"));
        try (ConfigurableApplicationContext context = Standalone.start(home)) {
            assertThat(Standalone.jdbc(context).queryForObject("SELECT 1", Integer.class))
                    .isEqualTo(1);
            assertThat(home.resolve("postgres.unfinished-1")).isDirectory();
        }
    }

    @Test
    void anotherProcessWithTheNumberOfADeadServerIsNoHindrance() throws Exception {
        Path home = folder.resolve("home");
        Standalone.start(home).close();
        Files.writeString(
                home.resolve("postgres/postmaster.pid"),
                ProcessHandle.current().pid() + "\n" + home.resolve("postgres") + "\n");
        try (ConfigurableApplicationContext context = Standalone.start(home)) {
            assertThat(Standalone.jdbc(context).queryForObject("SELECT 1", Integer.class))
                    .isEqualTo(1);
        }
    }

    @Test
    void aDatabaseOfTheOperatorsIsTakenWhereItsAddressIsGiven() {
        String url = TestDatabase.create();
        try (ConfigurableApplicationContext context = Standalone.start(
                folder.resolve("home"), "hiboo.database.url=" + url, "hiboo.database.username=postgres")) {
            assertThat(Standalone.jdbc(context).queryForObject("SELECT current_database()", String.class))
                    .startsWith("test_");
            assertThat(folder.resolve("home")).doesNotExist();
        }
    }

    @Test
    void aDatabaseThatCannotBeUsedIsToldInOneLine() {
        assertThatThrownBy(() -> ExternalServer.reached("jdbc:postgresql://localhost:1/none?password=secret", "", ""))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("jdbc:postgresql://localhost:1/none: ")
                .hasMessageNotContaining("secret")
                .hasMessageNotContaining("\n");
        assertThatThrownBy(() -> ExternalServer.reached("postgres://localhost/none", "", ""))
                .hasMessageContaining("jdbc:postgresql:");
        assertThatThrownBy(() -> ExternalServer.refuseOlder(14)).hasMessageContaining("15 or newer");
        ExternalServer.refuseOlder(15);
    }

    private static int rows(ConfigurableApplicationContext context) {
        Integer rows = Standalone.jdbc(context).queryForObject("SELECT count(*) FROM kept", Integer.class);
        return rows == null ? 0 : rows;
    }
}
