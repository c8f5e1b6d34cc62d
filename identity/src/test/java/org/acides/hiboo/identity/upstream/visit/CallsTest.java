package org.acides.hiboo.identity.upstream.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Providers that make us wait, or call where we should not. */
class CallsTest {

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch over = new CountDownLatch(1);
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final Calls calls = new Calls(true, Duration.ofSeconds(1));
    private HttpServer site;

    @BeforeEach
    void aProvider() throws IOException {
        site = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        site.setExecutor(threads);
        site.start();
    }

    @AfterEach
    void closed() {
        over.countDown();
        site.stop(0);
        threads.shutdownNow();
    }

    private URI at(String path) {
        return URI.create("http://127.0.0.1:" + site.getAddress().getPort() + path);
    }

    @Test
    void noPrivateNetworkIsCalledUnlessToldTo() {
        Calls careful = new Calls(false, Duration.ofSeconds(1));
        for (String host : List.of("127.0.0.1", "localhost", "[::1]", "10.0.0.1", "192.168.1.1", "169.254.169.254"))
            assertThatThrownBy(() -> careful.get(URI.create("https://" + host + "/x")))
                    .as(host)
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("private network");
    }

    @Test
    void nothingIsSentThatOthersRead() {
        for (String address : List.of("http://id.example/x", "ftp://id.example/x", "file:///etc/passwd", "urn:x"))
            assertThatThrownBy(() -> calls.post(URI.create(address), "code=a", "Basic x"))
                    .as(address)
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("https");
    }

    @Test
    void whoeverAnswersSlowlyOrTooMuchIsNotWaitedFor() {
        site.createContext("/slow", exchange -> {
            try {
                over.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        site.createContext("/large", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(new byte[256 * 1024 + 1]);
            exchange.close();
        });
        assertThatThrownBy(() -> calls.get(at("/slow"))).hasMessageContaining("too long");
        assertThatThrownBy(() -> calls.get(at("/large"))).hasMessageContaining("too much");
    }

    @Test
    void theSecretGoesNowhereElse() throws IOException {
        site.createContext("/moved", exchange -> {
            exchange.getResponseHeaders().set("Location", "/elsewhere");
            exchange.sendResponseHeaders(307, -1);
            exchange.close();
        });
        site.createContext("/elsewhere", exchange -> {
            heard.add("elsewhere");
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        assertThat(calls.post(at("/moved"), "code=a", "Basic x").status()).isEqualTo(307);
        assertThat(heard).isEmpty();
        assertThatThrownBy(() -> calls.get(at("/moved"))).hasMessageContaining("307");
    }
}
