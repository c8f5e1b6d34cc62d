package org.acides.hiboo.identity.scim;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A service that npm's scimmy serves, run by node. */
final class ScimService implements AutoCloseable {

    static final String TOKEN = "a-token-of-the-service";

    private static final Path SOURCES = Path.of("src/test/scim").toAbsolutePath();
    private static final Path INSTALLED = Path.of("target/scim").toAbsolutePath();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Process node;
    private final int port;
    private final HttpClient http = HttpClient.newHttpClient();

    private ScimService(Process node, int port) {
        this.node = node;
        this.port = port;
    }

    static ScimService with(List<Map<String, Object>> users) {
        install();
        try {
            Process node = new ProcessBuilder("node", "server.mjs", JSON.writeValueAsString(users), TOKEN)
                    .directory(INSTALLED.toFile())
                    .redirectErrorStream(true)
                    .start();
            BufferedReader output = node.inputReader(StandardCharsets.UTF_8);
            String line = output.readLine();
            if (line == null || !line.startsWith("listening ")) throw new AssertionError("no service: " + line);
            return new ScimService(node, Integer.parseInt(line.substring("listening ".length())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    URI endpoint() {
        return URI.create("http://127.0.0.1:" + port + "/scim");
    }

    /** The next so many calls fail. */
    void fail(int calls) {
        get("/down?calls=" + calls);
    }

    JsonNode users() {
        return JSON.readTree(get("/users"));
    }

    /** {@code true}, {@code false}, or {@code gone}. */
    String active(String id) {
        for (JsonNode user : users())
            if (user.get("id").asString().equals(id)) return user.get("active").asString();
        return "gone";
    }

    private String get(String path) {
        try {
            return http.send(
                            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                                    .build(),
                            BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Installs what the lock file pins, into the build's own directory. */
    private static synchronized void install() {
        try {
            Files.createDirectories(INSTALLED);
            for (String file : List.of("package.json", "package-lock.json", "server.mjs"))
                Files.copy(SOURCES.resolve(file), INSTALLED.resolve(file), StandardCopyOption.REPLACE_EXISTING);
            if (Files.exists(INSTALLED.resolve("node_modules/scimmy-routers"))) return;
            Process npm = new ProcessBuilder("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund")
                    .directory(INSTALLED.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(INSTALLED.resolve("npm.log").toFile())
                    .start();
            if (!npm.waitFor(3, TimeUnit.MINUTES) || npm.exitValue() != 0)
                throw new AssertionError(Files.readString(INSTALLED.resolve("npm.log")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        node.destroy();
    }
}
