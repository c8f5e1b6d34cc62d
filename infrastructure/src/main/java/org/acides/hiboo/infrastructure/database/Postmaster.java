package org.acides.hiboo.infrastructure.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.acides.hiboo.infrastructure.start.CannotStart;

/** The server process of a data directory, as {@code postmaster.pid} names it. */
final class Postmaster {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final ProcessHandle process;

    private Postmaster(ProcessHandle process) {
        this.process = process;
    }

    /** Empty when none runs. A process that merely got the number of a dead one is none. */
    static Optional<Postmaster> of(Path data) throws IOException {
        List<String> lines;
        try {
            lines = Files.readAllLines(data.resolve("postmaster.pid"));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
        if (lines.isEmpty() || !lines.getFirst().strip().matches("[0-9]{1,18}")) return Optional.empty();
        return ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
                .filter(ProcessHandle::isAlive)
                .filter(process -> process.info().command().orElse("").endsWith("/postgres"))
                .map(Postmaster::new);
    }

    /**
     * Removes what a dead server left, for PostgreSQL refuses to start when its number is another process' by now, as
     * in a container that was started again. Only for whoever holds the home's lock.
     */
    static void forgetDead(Path data) throws IOException {
        if (of(data).isEmpty()) Files.deleteIfExists(data.resolve("postmaster.pid"));
    }

    ProcessHandle process() {
        return process;
    }

    /**
     * PostgreSQL's fast shutdown: connections are cut, everything is written.
     *
     * @throws CannotStart when it does not end
     */
    void stop() throws IOException {
        new ProcessBuilder("kill", "-INT", Long.toString(process.pid()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        awaitEnd();
    }

    void awaitEnd() throws IOException {
        try {
            process.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            throw new CannotStart("PostgreSQL, process " + process.pid() + ", does not stop: end it by hand", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
