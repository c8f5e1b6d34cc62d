package org.acides.hiboo.journeys;

import static org.acides.hiboo.journeys.RunningHiboo.freePort;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;

/** Debian's Apache with a module that signs people in, with a configuration of its own on a port of its own, and no daemon. */
final class Apache implements AutoCloseable {

    private static final Path SOURCES = Path.of("src/test/relying-parties").toAbsolutePath();

    private final int port;
    private final Process process;

    private Apache(int port, Process process) {
        this.port = port;
        this.process = process;
    }

    /** With mod_auth_openidc. */
    static Apache start(int port, URI issuer, String secret) {
        Path directory = directory();
        write(directory.resolve("htdocs/members/index.html"), "<h1>Members' room</h1>");
        Map<String, String> environment = Map.of("HIBOO_TEST_ISSUER", issuer.toString(), "HIBOO_TEST_SECRET", secret);
        return start(port, "apache", directory, environment);
    }

    /** With mod_auth_mellon. */
    static Apache start(int port, Path serviceProviderMetadata, String identityProviderMetadata) {
        Path directory = directory();
        try {
            Files.copy(SOURCES.resolve("mellon/members.html"), directory.resolve("htdocs/members/index.html"));
            Files.copy(serviceProviderMetadata, directory.resolve("sp.xml"));
            for (String file : new String[] {"sp.key", "sp.crt"})
                Files.copy(SOURCES.resolve("saml").resolve(file), directory.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        write(directory.resolve("idp.xml"), identityProviderMetadata);
        return start(port, "mellon", directory, Map.of());
    }

    private static Path directory() {
        try {
            Path directory = Files.createTempDirectory("hiboo-apache");
            Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxrwxrwx"));
            Files.createDirectories(directory.resolve("htdocs/members"));
            write(directory.resolve("htdocs/left.html"), "<h1>You left</h1>");
            return directory;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Apache start(int port, String kind, Path directory, Map<String, String> environment) {
        String me = System.getProperty("user.name");
        try {
            ProcessBuilder builder = new ProcessBuilder(
                            "/usr/sbin/apache2",
                            "-D",
                            "FOREGROUND",
                            "-f",
                            SOURCES.resolve(kind).resolve("httpd.conf").toString())
                    .redirectErrorStream(true)
                    .redirectOutput(directory.resolve("output.log").toFile());
            builder.environment().putAll(environment);
            builder.environment().put("HIBOO_TEST_DIR", directory.toString());
            builder.environment().put("HIBOO_TEST_PORT", Integer.toString(port));
            builder.environment().put("HIBOO_TEST_USER", me.equals("root") ? "www-data" : me);
            Process process = builder.start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
            Awaitility.await("Apache's start, told in " + directory)
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> process.isAlive() && listens(port));
            return new Apache(port, process);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static boolean listens(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), 500);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    static int aPort() {
        return freePort();
    }

    URI at(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    String authority() {
        return "localhost:" + port;
    }

    @Override
    public void close() {
        process.destroy();
        Programs.waitFor(process);
    }
}
