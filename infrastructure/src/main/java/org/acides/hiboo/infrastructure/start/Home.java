package org.acides.hiboo.infrastructure.start;

import java.nio.file.Path;
import org.springframework.core.env.Environment;

/** Where an instance keeps what is its own on this machine. */
public final class Home {

    private Home() {}

    /** {@code hiboo.home} ({@code HIBOO_HOME}), by default {@code data} in the working directory; absolute. */
    public static Path of(Environment environment) {
        String given = environment.getProperty("hiboo.home", "");
        return Path.of(given.isBlank() ? "data" : given).toAbsolutePath().normalize();
    }
}
