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
import org.awaitility.Awaitility;

/** Debian's Apache with mod_auth_openidc, with a configuration of its own on a port of its own, and no daemon. */
final class Apache implements AutoCloseable {

    private static final Path SOURCES =
            Path.of("src/test/relying-parties/apache").toAbsolutePath();

    private final int port;
    private final Process process;

    private Apache(int port, Process process) {
        this.port = port;
        this.process = process;
    }

    static Apache start(int port, URI issuer, String secret) {
        try {
            Path directory = Files.createTempDirectory("hiboo-apache");
            Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxrwxrwx"));
            Path members = Files.createDirectories(directory.resolve("htdocs/members"));
            Files.writeString(members.resolve("index.html"), "<h1>Members' room</h1>");
            Files.writeString(directory.resolve("htdocs/left.html"), "<h1>You left</h1>");
            ProcessBuilder builder = new ProcessBuilder(
                            "/usr/sbin/apache2",
                            "-D",
                            "FOREGROUND",
                            "-f",
                            SOURCES.resolve("httpd.conf").toString())
                    .redirectErrorStream(true)
                    .redirectOutput(directory.resolve("output.log").toFile());
            builder.environment().put("HIBOO_TEST_DIR", directory.toString());
            builder.environment().put("HIBOO_TEST_PORT", Integer.toString(port));
            builder.environment().put("HIBOO_TEST_ISSUER", issuer.toString());
            builder.environment().put("HIBOO_TEST_SECRET", secret);
            builder.environment()
                    .put(
                            "HIBOO_TEST_USER",
                            System.getProperty("user.name").equals("root")
                                    ? "www-data"
                                    : System.getProperty("user.name"));
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
        RunningHiboo.waitFor(process);
    }
}
