package org.acides.hiboo.journeys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;

/** The packed jar spread out, as an operator's start spreads it, once for all journeys. */
final class UnpackedJar {

    private static final Path TARGET = Path.of("target").toAbsolutePath();

    private UnpackedJar() {}

    static synchronized Path path() throws IOException {
        Path jar = Path.of(
                System.getProperty("hiboo.jar", TARGET.resolve("hiboo.jar").toString()));
        Path unpacked = TARGET.resolve("journeys-app/hiboo.jar");
        if (Files.exists(unpacked)
                && Files.getLastModifiedTime(unpacked).compareTo(Files.getLastModifiedTime(jar)) >= 0) return unpacked;
        delete(unpacked.getParent());
        Programs.run(
                TARGET,
                Programs.java(),
                "-Djarmode=tools",
                "-jar",
                jar.toString(),
                "extract",
                "--destination",
                unpacked.getParent().toString());
        Files.setLastModifiedTime(
                unpacked, FileTime.from(Files.getLastModifiedTime(jar).toInstant()));
        return unpacked;
    }

    static void delete(Path tree) {
        if (!Files.exists(tree)) return;
        try (var paths = Files.walk(tree)) {
            paths.sorted(Comparator.reverseOrder())
                    .forEach(path -> path.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
