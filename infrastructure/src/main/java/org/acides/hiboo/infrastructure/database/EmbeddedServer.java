package org.acides.hiboo.infrastructure.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.acides.hiboo.infrastructure.start.CannotStart;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/**
 * A PostgreSQL of Hiboo's own in its home: durable, on the loopback interface, behind a password. It is started again
 * when it dies, and stopped with this bean.
 */
final class EmbeddedServer implements JdbcConnectionDetails, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedServer.class);
    private static final String NAME = "hiboo";
    private static final int ATTEMPTS = 5;

    private final Path home;
    private final Path data;
    private final HomeLock lock;
    private final String password;
    private EmbeddedPostgres server;
    private volatile boolean closed;

    EmbeddedServer(Path home) {
        this.home = home;
        this.data = home.resolve("postgres");
        try {
            this.lock = new HomeLock(home);
        } catch (IOException e) {
            throw new CannotStart("cannot use " + home + " (" + e + ")", e);
        }
        try {
            putUnfinishedAside();
            this.password = password();
            Postmaster left = Postmaster.of(data).orElse(null);
            if (left != null) left.stop();
            this.server = start(0);
            if (!Files.exists(complete())) populate();
            refuseLosingWrites();
            watch();
        } catch (IOException | SQLException | RuntimeException e) {
            abandon();
            if (e instanceof CannotStart known) throw known;
            throw new CannotStart("cannot start the embedded PostgreSQL in " + data + " (" + e.getMessage() + ")", e);
        }
    }

    @Override
    public String getJdbcUrl() {
        return "jdbc:postgresql://localhost:" + server.getPort() + "/" + NAME;
    }

    @Override
    public String getUsername() {
        return NAME;
    }

    @Override
    public String getPassword() {
        return password;
    }

    @Override
    public void close() throws IOException {
        synchronized (this) {
            closed = true;
            stop();
        }
        lock.close();
    }

    private void stop() throws IOException {
        Postmaster running = Postmaster.of(data).orElse(null);
        server.close();
        // It waits five seconds; a last checkpoint may take longer.
        if (running != null) running.awaitEnd();
    }

    private EmbeddedPostgres start(int port) throws IOException {
        Path binaries = home.resolve("postgres-binaries");
        Files.createDirectories(binaries);
        Files.setPosixFilePermissions(binaries, PosixFilePermissions.fromString("rwx------"));
        // A lock of zonky's, which a start that failed never lets go of; the home's guards this directory already.
        Files.deleteIfExists(data.resolve("epg-lock"));
        Postmaster.forgetDead(data);
        return EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(
                        binaries.resolve("unpacked").toFile()) // which it makes writable for everyone
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPGStartupWait(Duration.ofSeconds(60))
                .setPort(port)
                .setConnectConfig("password", password)
                // It hands these to initdb as they are: a password and SCRAM from the first moment, no trust.
                .setLocaleConfig("pwfile", passwordFile().toString())
                .setLocaleConfig("auth-host", "scram-sha-256")
                .setLocaleConfig("auth-local", "scram-sha-256")
                .setLocaleConfig("locale", "C")
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                .setServerConfig("listen_addresses", "localhost")
                .setServerConfig("unix_socket_directories", "")
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("max_connections", "60")
                .setServerConfig("jit", "off")
                .start();
    }

    /** Runs once: the marker is written when nothing is left to do. */
    private void populate() throws IOException, SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE ROLE " + NAME + " LOGIN PASSWORD '" + password + "'");
            statement.execute("CREATE DATABASE " + NAME + " OWNER " + NAME);
        }
        Files.createFile(complete());
    }

    private void refuseLosingWrites() throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes"))
                try (ResultSet row = statement.executeQuery("SHOW " + setting)) {
                    if (!row.next() || !row.getString(1).equals("on"))
                        throw new CannotStart("the embedded PostgreSQL would lose writes: " + setting + " is off");
                }
        }
    }

    /** A first start that was cut off left no data of anybody's; still nothing is deleted. */
    private void putUnfinishedAside() throws IOException {
        if (!Files.exists(data) || Files.exists(complete())) return;
        Postmaster left = Postmaster.of(data).orElse(null);
        if (left != null) left.stop();
        int number = 1;
        while (Files.exists(home.resolve("postgres.unfinished-" + number))) number++;
        Files.move(data, home.resolve("postgres.unfinished-" + number), StandardCopyOption.ATOMIC_MOVE);
    }

    private String password() throws IOException {
        Path file = passwordFile();
        if (Files.exists(file)) return Files.readString(file).strip();
        if (Files.exists(data))
            throw new CannotStart(file + " is missing, without which the database beside it stays closed: put it back");
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        String made = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        Path draft = file.resolveSibling(file.getFileName() + ".draft");
        Files.deleteIfExists(draft);
        Files.createFile(draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(draft, made + "\n");
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        return made;
    }

    private Path passwordFile() {
        return home.resolve("postgres.password");
    }

    private Path complete() {
        return data.resolve("hiboo-complete");
    }

    private void watch() throws IOException {
        Postmaster.of(data)
                .orElseThrow(() -> new IOException("PostgreSQL ended at once"))
                .process()
                .onExit()
                .thenRunAsync(this::revive);
    }

    private synchronized void revive() {
        for (int attempt = 1; !closed && attempt <= ATTEMPTS; attempt++) {
            LOG.warn("The embedded PostgreSQL ended by itself; starting it again");
            int port = server.getPort();
            try {
                server.close();
                server = start(port);
                watch();
                return;
            } catch (IOException | RuntimeException e) {
                LOG.error("The embedded PostgreSQL did not start again", e);
            }
        }
    }

    private void abandon() {
        closed = true;
        @Nullable EmbeddedPostgres started = server;
        try {
            if (started != null) stop();
            lock.close();
        } catch (IOException | RuntimeException e) {
            LOG.warn("could not clean up after a failed start", e);
        }
    }
}
