package org.acides.hiboo.journeys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Relying parties made with npm's packages: what their lock files pin, in the build's own directory. */
final class NodeModules {

    private static final Path SOURCES = Path.of("src/test/relying-parties").toAbsolutePath();

    private NodeModules() {}

    /**
     * Where {@code journey.mjs} runs.
     *
     * @param name the relying party's directory
     */
    static synchronized Path of(String name) {
        Path installed = Path.of("target").resolve(name).toAbsolutePath();
        try {
            Files.createDirectories(installed);
            for (String file : new String[] {"package.json", "package-lock.json", "journey.mjs"})
                Files.copy(
                        SOURCES.resolve(name).resolve(file),
                        installed.resolve(file),
                        StandardCopyOption.REPLACE_EXISTING);
            if (!Files.exists(installed.resolve("node_modules/.package-lock.json")))
                Programs.run(installed, "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund");
            return installed;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
