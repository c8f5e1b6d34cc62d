package org.acides.hiboo.journeys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;

/** A proxy that runs the very example of {@code deploy/proxy/forward-auth}, on ports of the test's own and without TLS. */
final class AskingProxy implements AutoCloseable {

    private static final Path EXAMPLES = Path.of("proxy/forward-auth").toAbsolutePath();

    private final int port;
    private final Process process;

    private AskingProxy(int port, Process process) {
        this.port = port;
        this.process = process;
    }

    static AskingProxy nginx(int port, URI hiboo, int application) {
        String server = example("nginx.conf", hiboo, application)
                .replace("listen 443 ssl;", "listen 127.0.0.1:" + port + ";")
                .replaceAll("(?m)^ *(server_name|ssl_certificate).*\n", "");
        Path home = home();
        String all = "daemon off;\nmaster_process off;\npid %1$s/pid;\nerror_log %1$s/error.log;\nevents {}\nhttp {\n"
                + "access_log off;\nclient_body_temp_path %1$s/body;\nproxy_temp_path %1$s/proxy;\n"
                + "fastcgi_temp_path %1$s/fastcgi;\nuwsgi_temp_path %1$s/uwsgi;\nscgi_temp_path %1$s/scgi;\n";
        Path file = write(home, "nginx.conf", all.formatted(home) + server + "}\n");
        return start(port, home, "/usr/sbin/nginx", "-p", home.toString(), "-c", file.toString());
    }

    static AskingProxy caddy(int port, URI hiboo, int application) {
        String site = example("Caddyfile", hiboo, application)
                .replace("wiki.example.org {", "http://127.0.0.1:" + port + " {\n\tbind 127.0.0.1");
        Path home = home();
        Path file = write(home, "Caddyfile", "{\n\tadmin off\n\tstorage file_system " + home + "\n}\n" + site);
        return start(port, home, "caddy", "run", "--adapter", "caddyfile", "--config", file.toString());
    }

    private static String example(String name, URI hiboo, int application) {
        try {
            return Files.readString(EXAMPLES.resolve(name))
                    .replace("127.0.0.1:8080", hiboo.getAuthority())
                    .replace("127.0.0.1:3000", "127.0.0.1:" + application);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path home() {
        try {
            Path home = Files.createTempDirectory("hiboo-proxy");
            Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxrwxrwx"));
            return home;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path write(Path home, String name, String text) {
        try {
            return Files.writeString(home.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static AskingProxy start(int port, Path home, String... command) {
        try {
            List<String> words = new ArrayList<>(List.of(command));
            Process process = new ProcessBuilder(words)
                    .redirectErrorStream(true)
                    .redirectOutput(home.resolve("output.log").toFile())
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
            Awaitility.await(words.getFirst() + "'s start, told in " + home)
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> process.isAlive() && listens(port));
            return new AskingProxy(port, process);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean listens(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), 500);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    URI at(String path) {
        return URI.create("http://" + authority() + path);
    }

    String authority() {
        return "127.0.0.1:" + port;
    }

    @Override
    public void close() {
        process.destroy();
        Programs.waitFor(process);
    }
}
