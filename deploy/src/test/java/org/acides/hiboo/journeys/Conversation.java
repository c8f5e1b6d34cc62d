package org.acides.hiboo.journeys;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A relying party in a process of its own, which prints a line of JSON a step. Where it needs a browser it prints
 * {@code {"open": address}} and reads from its input what the browser came back with.
 */
final class Conversation {

    private static final JsonMapper JSON = JsonMapper.shared();

    private Conversation() {}

    /**
     * Plays it to its end.
     *
     * @param browser from the address that the relying party opens to what it reads
     * @return what was seen at each step, by its name
     */
    static Map<String, JsonNode> with(Path directory, Function<URI, String> browser, String... command) {
        Map<String, JsonNode> steps = new HashMap<>();
        try {
            Process party = new ProcessBuilder(Arrays.asList(command))
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .start();
            StringBuilder seen = new StringBuilder();
            try (BufferedReader output = party.inputReader(StandardCharsets.UTF_8);
                    PrintWriter input = new PrintWriter(party.outputWriter(StandardCharsets.UTF_8), true)) {
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
            Programs.waitFor(party);
            if (party.exitValue() != 0) throw new AssertionError(seen);
            return steps;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
