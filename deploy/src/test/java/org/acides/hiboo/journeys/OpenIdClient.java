package org.acides.hiboo.journeys;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A relying party made with npm's openid-client, run by node; somebody else plays the browser. */
final class OpenIdClient {

    private static final Path SOURCES =
            Path.of("src/test/relying-parties/openid-client").toAbsolutePath();
    private static final Path INSTALLED = Path.of("target/openid-client").toAbsolutePath();
    private static final JsonMapper JSON = JsonMapper.shared();

    private OpenIdClient() {}

    /**
     * Plays the journey to its end.
     *
     * @param browser from the address that the relying party opens to the one that the browser is sent back to
     * @return what was seen at each step, by its name
     */
    static Map<String, JsonNode> travel(UnaryOperator<URI> browser, String... arguments) {
        install();
        Map<String, JsonNode> steps = new HashMap<>();
        try {
            String[] command = new String[arguments.length + 2];
            command[0] = "node";
            command[1] = "journey.mjs";
            System.arraycopy(arguments, 0, command, 2, arguments.length);
            Process node = new ProcessBuilder(command)
                    .directory(INSTALLED.toFile())
                    .redirectErrorStream(true)
                    .start();
            StringBuilder seen = new StringBuilder();
            try (BufferedReader output = node.inputReader(StandardCharsets.UTF_8);
                    PrintWriter input = new PrintWriter(node.outputWriter(StandardCharsets.UTF_8), true)) {
                String line;
                while ((line = output.readLine()) != null) {
                    seen.append(line).append('\n');
                    if (!line.startsWith("{\"")) continue;
                    JsonNode step = JSON.readTree(line);
                    if (step.has("open"))
                        input.println(browser.apply(URI.create(step.get("open").asString())));
                    else steps.put(step.get("step").asString(), step);
                }
            }
            RunningHiboo.waitFor(node);
            if (node.exitValue() != 0) throw new AssertionError(seen);
            return steps;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Installs what the lock file pins, into the build's own directory. */
    private static synchronized void install() {
        try {
            Files.createDirectories(INSTALLED);
            for (String file : new String[] {"package.json", "package-lock.json", "journey.mjs"})
                Files.copy(SOURCES.resolve(file), INSTALLED.resolve(file), StandardCopyOption.REPLACE_EXISTING);
            if (!Files.exists(INSTALLED.resolve("node_modules/openid-client")))
                RunningHiboo.run(INSTALLED, "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
