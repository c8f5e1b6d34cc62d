package org.acides.hiboo.identity.scim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpContext;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A service that does not behave, and one that knows less of SCIM than it might. */
class ScimHttpTest {

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch over = new CountDownLatch(1);
    private final List<String> heard = new ArrayList<>();
    private final ScimHttp http = new ScimHttp(true, Duration.ofSeconds(1));
    private HttpServer site;

    @BeforeEach
    void aService() throws IOException {
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

    private Target target() {
        return new Target(URI.create("http://127.0.0.1:" + site.getAddress().getPort()), "t");
    }

    private void answer(String path, int status, String body) {
        site.createContext(path, exchange -> respond(exchange, status, body));
    }

    private void respond(HttpExchange exchange, int status, String body) throws IOException {
        String sent = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        heard.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + sent);
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private void untold(String path, String why) {
        assertThatThrownBy(() -> http.call(target(), "GET", path, null))
                .isInstanceOf(Untold.class)
                .hasMessageContaining(why);
    }

    @Test
    void noPrivateNetworkIsCalledUnlessToldTo() {
        ScimHttp careful = new ScimHttp(false, Duration.ofSeconds(1));
        for (String host : List.of("127.0.0.1", "localhost", "[::1]", "10.0.0.1", "192.168.1.1", "169.254.169.254"))
            assertThatThrownBy(
                            () -> careful.call(new Target(URI.create("https://" + host), "t"), "GET", "/Users", null))
                    .as(host)
                    .isInstanceOf(Untold.class)
                    .hasMessageContaining("private network");
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
        answer("/large", 200, "x".repeat(1024 * 1024 + 1));
        untold("/slow", "too long");
        untold("/large", "too much");
    }

    @Test
    void theTokenGoesNowhereElse() throws Exception {
        site.createContext("/moved", exchange -> {
            exchange.getResponseHeaders().set("Location", "/elsewhere");
            respond(exchange, 302, "");
        });
        answer("/elsewhere", 200, "{}");
        assertThat(http.call(target(), "GET", "/moved", null).status()).isEqualTo(302);
        assertThat(heard).noneMatch(call -> call.contains("elsewhere"));
    }

    @Test
    void aServiceThatTakesNoPatchIsToldByReplacing() throws Exception {
        site.createContext("/Users/7", exchange -> {
            switch (exchange.getRequestMethod()) {
                case "GET" -> respond(exchange, 200, "{\"id\":\"7\",\"userName\":\"ada\",\"active\":true}");
                case "PUT" -> respond(exchange, 200, "{}");
                default -> respond(exchange, 501, "");
            }
        });
        ScimUsers users = new ScimUsers(http);
        assertThat(users.activate(target(), "7", false)).isTrue();
        assertThat(heard.getLast()).startsWith("PUT /Users/7").contains("\"userName\":\"ada\"", "\"active\":false");
        users.delete(target(), "7");
        assertThat(heard.getLast()).as("it takes no deletion either").startsWith("PUT /Users/7");
    }

    @Test
    void whatIsNoAnswerIsNotTakenForNobody() {
        ScimUsers users = new ScimUsers(http);
        Standing profile = new Standing(Standing.State.INACTIVE, "x", "y");
        for (String body : List.of(
                "<html>Sign in</html>",
                "{}",
                "{\"totalResults\":2,\"Resources\":[{\"id\":\"1\",\"userName\":\"bob\",\"externalId\":\"b\"}]}")) {
            HttpContext page = site.createContext("/Users", exchange -> respond(exchange, 200, body));
            assertThatThrownBy(() -> users.find(target(), profile)).as(body).isInstanceOf(Untold.class);
            site.removeContext(page);
        }
    }

    @Test
    void nobodyIsNobody() throws Exception {
        answer("/Users", 200, "{\"totalResults\":0}");
        assertThat(new ScimUsers(http).find(target(), new Standing(Standing.State.INACTIVE, "x", "y")))
                .isEmpty();
    }

    @Test
    void whoeverHeedsNoFilterIsReadWithCare() throws Exception {
        answer(
                "/Users",
                200,
                "{\"Resources\":[{\"id\":\"1\",\"userName\":\"bob\",\"externalId\":\"b\"},"
                        + "{\"id\":\"2\",\"userName\":\"ada\",\"externalId\":\"x\"}]}");
        ScimUsers users = new ScimUsers(http);
        assertThat(users.find(target(), new Standing(Standing.State.INACTIVE, "x", "y")))
                .contains("2");
        assertThat(users.find(target(), new Standing(Standing.State.INACTIVE, "z", "bob")))
                .isEmpty();
        assertThat(users.find(target(), new Standing(Standing.State.GONE, "z", null)))
                .isEmpty();
        users.find(target(), new Standing(Standing.State.INACTIVE, "a\"b", null));
        assertThat(heard.getLast()).contains("externalId%20eq%20%22a%5C%22b%22");
    }
}
