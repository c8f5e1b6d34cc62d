package org.acides.hiboo.journeys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.acides.hiboo.infrastructure.test.ThrowAwayCertificate;
import org.awaitility.Awaitility;

/** Debian's nginx with the server blocks that operators are shown, a certificate for a day, and ports of its own. */
final class Nginx implements AutoCloseable {

    private static final Path SHOWN = Path.of("proxy/nginx.conf").toAbsolutePath();

    private final int secure = RunningHiboo.freePort();
    private final int plain = RunningHiboo.freePort();
    private final Path directory;
    private final ThrowAwayCertificate certificate;
    private boolean asking;
    private Process process;

    Nginx() {
        try {
            directory = Files.createTempDirectory("hiboo-nginx");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        certificate = ThrowAwayCertificate.make(directory, "dns:localhost");
    }

    /** Asks browsers for certificates of their own. */
    Nginx askingForCertificates() {
        asking = true;
        return this;
    }

    URI address() {
        return URI.create("https://localhost:" + secure);
    }

    URI plainAddress() {
        return URI.create("http://localhost:" + plain);
    }

    ThrowAwayCertificate certificate() {
        return certificate;
    }

    void before(RunningHiboo hiboo) {
        try {
            String servers = Files.readString(SHOWN)
                    .replace("accounts.example.org;", "localhost;")
                    .replace("listen 80;", "listen 127.0.0.1:" + plain + ";")
                    .replace("listen 443 ", "listen 127.0.0.1:" + secure + " ")
                    .replace(
                            "/etc/letsencrypt/live/accounts.example.org/fullchain.pem",
                            certificate.certificate().toString())
                    .replace(
                            "/etc/letsencrypt/live/accounts.example.org/privkey.pem",
                            certificate.key().toString())
                    .replace("127.0.0.1:8080", hiboo.address().getAuthority());
            if (asking) servers = servers.replace("#ssl_verify_client ", "ssl_verify_client ");
            Path configuration = Files.writeString(directory.resolve("nginx.conf"), """
                    daemon off;
                    master_process off;
                    pid %1$s/nginx.pid;
                    events {}
                    http {
                        access_log off;
                        client_body_temp_path %1$s/body;
                        proxy_temp_path %1$s/proxy;
                        fastcgi_temp_path %1$s/fastcgi;
                        uwsgi_temp_path %1$s/uwsgi;
                        scgi_temp_path %1$s/scgi;
                    %2$s
                    }
                    """.formatted(directory, servers));
            process = new ProcessBuilder(
                            "nginx",
                            "-p",
                            directory.toString(),
                            "-e",
                            directory.resolve("error.log").toString(),
                            "-c",
                            configuration.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(directory.resolve("output.log").toFile())
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
            Awaitility.await("nginx's start, told in " + directory)
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> process.isAlive() && Apache.listens(secure));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        if (process == null) return;
        process.destroy();
        Programs.waitFor(process);
    }
}
