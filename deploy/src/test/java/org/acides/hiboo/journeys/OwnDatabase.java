package org.acides.hiboo.journeys;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Comparator;
import org.awaitility.Awaitility;

/** A PostgreSQL outside of Hiboo, with durable commits, which a journey may kill and start again on the same files. */
final class OwnDatabase implements AutoCloseable {

    private final Path files;
    private final int port = RunningHiboo.freePort();
    private EmbeddedPostgres server;

    private OwnDatabase(Path files) {
        this.files = files;
        server = open();
    }

    static OwnDatabase start(String name) {
        Path files = Path.of("target/journeys").toAbsolutePath().resolve(name + "-database");
        if (Files.exists(files)) {
            try (var paths = Files.walk(files)) {
                paths.sorted(Comparator.reverseOrder())
                        .forEach(path -> path.toFile().delete());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return new OwnDatabase(files);
    }

    private EmbeddedPostgres open() {
        try {
            return EmbeddedPostgres.builder()
                    .setDataDirectory(files)
                    .setCleanDataDirectory(false)
                    .setPort(port)
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("max_connections", "100")
                    .setPGStartupWait(Duration.ofSeconds(30))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Gives a recipe this database. */
    RunningHiboo.Recipe behind(RunningHiboo.Recipe recipe) {
        return recipe.environment("HIBOO_DB_URL", url("postgres"))
                .environment("HIBOO_DB_USERNAME", "postgres")
                .environment("HIBOO_DB_PASSWORD", "unused");
    }

    String url(String database) {
        return "jdbc:postgresql://localhost:" + port + "/" + database;
    }

    Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(url(database), "postgres", "unused");
    }

    /** Kill -9 of the postmaster: its children find out by themselves, and nothing is written any more. */
    void kill() {
        try {
            long pid = Long.parseLong(Files.readAllLines(files.resolve("postmaster.pid"))
                    .getFirst()
                    .strip());
            ProcessHandle postmaster = ProcessHandle.of(pid).orElseThrow();
            var children = postmaster.descendants().toList();
            postmaster.destroyForcibly();
            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> !postmaster.isAlive() && children.stream().noneMatch(ProcessHandle::isAlive));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** On the same files, once the dead one's lock on them is given up. */
    void startAgain() {
        close();
        server = open();
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
