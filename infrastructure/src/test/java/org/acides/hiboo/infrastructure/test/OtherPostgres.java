package org.acides.hiboo.infrastructure.test;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;

/** A real PostgreSQL of another version than the one that Hiboo brings. */
public enum OtherPostgres {

    /** The newest major version that is too old. */
    REFUSED,
    /** The oldest major version that Hiboo runs on. */
    OLDEST;

    /** Its superuser is {@code postgres}, without a password. Whoever starts it closes it. */
    public EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.builder()
                    .setPgBinaryResolver((system, hardware) -> binaries())
                    .setDataDirectory(Files.createTempDirectory("hiboo-other-postgres"))
                    .setCleanDataDirectory(true)
                    .setServerConfig("max_connections", "60")
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Put onto the tests' class path by the build; see the module's pom. */
    private InputStream binaries() throws IOException {
        String name = "/postgres-" + name().toLowerCase(java.util.Locale.ROOT) + ".txz";
        InputStream found = OtherPostgres.class.getResourceAsStream(name);
        if (found == null) throw new FileNotFoundException(name);
        return found;
    }
}
