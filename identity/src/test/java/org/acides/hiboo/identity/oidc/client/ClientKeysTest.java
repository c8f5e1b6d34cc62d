package org.acides.hiboo.identity.oidc.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClientKeysTest {

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch over = new CountDownLatch(1);
    private final ClientKeys keys = new ClientKeys(true, Duration.ofSeconds(1));
    private HttpServer site;

    @BeforeEach
    void aSite() throws IOException {
        site = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        site.setExecutor(threads);
        site.createContext("/keys", exchange -> answer(exchange, 200, "{\"keys\":[]}"));
        site.createContext("/large", exchange -> answer(exchange, 200, "x".repeat(64 * 1024 + 1)));
        site.createContext("/moved", exchange -> {
            exchange.getResponseHeaders().set("Location", "/keys");
            answer(exchange, 302, "");
        });
        site.createContext("/slow", this::drip);
        site.start();
    }

    @AfterEach
    void closed() {
        over.countDown();
        site.stop(0);
        threads.shutdownNow();
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    /** Begins to answer, and never ends. */
    private void drip(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        exchange.getResponseBody().write('{');
        exchange.getResponseBody().flush();
        try {
            over.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        exchange.close();
    }

    private URL at(String path) throws IOException {
        return URI.create("http://127.0.0.1:" + site.getAddress().getPort() + path)
                .toURL();
    }

    @Test
    void keysAreFetched() throws Exception {
        assertThat(keys.retrieveResource(at("/keys")).getContent()).isEqualTo("{\"keys\":[]}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/large", "/moved", "/slow", "/nowhere"})
    void whatIsLargeOrElsewhereOrSlowIsNotWaitedFor(String path) {
        assertThatIOException().isThrownBy(() -> keys.retrieveResource(at(path)));
    }

    @Test
    void thisMachineIsNotCalledUnlessTheOperatorSaysSo() {
        assertThatIOException()
                .isThrownBy(() -> new ClientKeys(false).retrieveResource(at("/keys")))
                .withMessageContaining("private network");
    }
}
