package org.acides.hiboo.journeys;

import static org.acides.hiboo.journeys.RunningHiboo.freePort;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.acides.hiboo.journeys.Person.Page;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Proxies that others wrote, with the examples that we give, keep an application for whom Hiboo knows. */
class ForwardAuthJourney {

    private static final int NGINX_PORT = freePort();
    private static final int CADDY_PORT = freePort();

    private static RunningHiboo hiboo;
    private static HttpServer application;

    @BeforeAll
    static void start() throws IOException {
        application = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        application.createContext("/", ForwardAuthJourney::tellWhoComes);
        application.start();
        hiboo = RunningHiboo.fresh("forward-auth")
                .seed("wiki", "http://localhost:9/callback", "http://localhost:9/left", 1)
                .argument("--seed.services.wiki.behind-proxies=http://127.0.0.1:" + NGINX_PORT + ",http://127.0.0.1:"
                        + CADDY_PORT)
                .start();
        Members.signUp(hiboo, "ada", "ada@example.test");
    }

    @AfterAll
    static void stop() {
        hiboo.close();
        application.stop(0);
    }

    /** The application knows of whoever comes what the proxy says in headers, however they are spelt. */
    private static void tellWhoComes(HttpExchange exchange) throws IOException {
        Map<String, String> told = new TreeMap<>();
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (name.toLowerCase(java.util.Locale.ROOT).startsWith("remote")) told.put(name, String.join("+", values));
        });
        byte[] page = (exchange.getRequestURI() + " " + told).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/plain");
        exchange.sendResponseHeaders(200, page.length);
        exchange.getResponseBody().write(page);
        exchange.close();
    }

    @Test
    void nginxAsksWhoComes() throws Exception {
        try (AskingProxy nginx = AskingProxy.nginx(
                NGINX_PORT, hiboo.address(), application.getAddress().getPort())) {
            membersAloneComeThrough(nginx);
        }
    }

    @Test
    void caddyAsksWhoComes() throws Exception {
        try (AskingProxy caddy = AskingProxy.caddy(
                CADDY_PORT, hiboo.address(), application.getAddress().getPort())) {
            membersAloneComeThrough(caddy);
        }
    }

    private static void membersAloneComeThrough(AskingProxy proxy) throws Exception {
        Person ada = new Person(hiboo.address().getAuthority(), proxy.authority());
        Page led = ada.open(proxy.at("/page?x=1"));
        assertThat(led.address()).hasPath("/sign-in");

        Page in = Members.pass(ada, led, "ada", "ada_writes");
        assertThat(in.address()).isEqualTo(proxy.at("/page?x=1"));
        assertThat(in.text())
                .startsWith("/page?x=1 {")
                .contains("=ada_writes", "@")
                .doesNotContain("ada@example.test");

        URI page = proxy.at("/page");
        String cookie = ada.cookie(page, "hiboo-entry");
        HttpResponse<String> spoofed = send(
                page,
                request -> request.header("Cookie", "hiboo-entry=" + cookie)
                        .header("Remote-User", "root")
                        .header("Remote_User", "root")
                        .header("Remote-Groups", "admins"));
        assertThat(spoofed.body()).contains("=ada_writes").doesNotContain("root", "admins");
        HttpResponse<String> program = send(page, request -> request.header("Remote-User", "root"));
        assertThat(program.statusCode()).isEqualTo(401);
        assertThat(program.body()).doesNotContain("root");
        assertThat(send(page, request -> request.header("Cookie", "hiboo-entry=" + "x".repeat(43)))
                        .statusCode())
                .isEqualTo(401);
        assertThat(send(proxy.at("/forward-auth-question"), request -> request).statusCode())
                .isNotEqualTo(200);

        ada.submit(ada.open(hiboo.at("/sign-out")), Map.of());
        assertThat(ada.open(page).address()).hasPath("/sign-in");
    }

    private static HttpResponse<String> send(URI address, Function<HttpRequest.Builder, HttpRequest.Builder> with)
            throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest.Builder request = HttpRequest.newBuilder(address).version(HttpClient.Version.HTTP_1_1);
            return client.send(with.apply(request).build(), BodyHandlers.ofString());
        }
    }
}
