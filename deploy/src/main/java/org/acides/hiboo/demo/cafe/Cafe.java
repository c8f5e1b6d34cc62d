package org.acides.hiboo.demo.cafe;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.acides.hiboo.demo.cafe.Visits.Visit;
import org.jspecify.annotations.Nullable;

/** The café's web server, on the loopback interface alone. */
public final class Cafe implements AutoCloseable {

    public static final String CLIENT = "cafe";

    private static final String COOKIE = "cafe";

    private final Visits visits = new Visits();
    private final Pages pages = new Pages();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;
    private final URI home;
    private final Provider provider;
    private volatile Supplier<Map<String, String>> codes = Map::of;

    /**
     * Opens the café.
     *
     * @param port 0 for any free one
     * @param issuer the OpenID provider's identifier
     * @throws IOException when the port is taken
     */
    public Cafe(int port, String issuer) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 50);
        home = URI.create("http://localhost:" + server.getAddress().getPort() + "/");
        provider = new Provider(issuer, CLIENT, callback(home));
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    public static URI callback(URI home) {
        return home.resolve("/callback");
    }

    /** Where people find it. */
    public URI home() {
        return home;
    }

    /** Shows there, from now on, the codes of an authenticator application, by its owners' names. */
    public void show(Supplier<Map<String, String>> codes) {
        this.codes = codes;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    /** Alone, against any provider that knows the client {@value #CLIENT}: {@code Cafe ISSUER PORT}. */
    public static void main(String[] arguments) throws IOException {
        Cafe cafe = new Cafe(Integer.parseInt(arguments[1]), arguments[0]);
        System.out.println("The café is open at " + cafe.home());
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            serve(exchange);
        }
    }

    private void serve(HttpExchange exchange) throws IOException {
        String route =
                exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
        try {
            switch (route) {
                case "GET /" -> showHome(exchange);
                case "GET /sign-in" -> signIn(exchange, false);
                case "GET /switch" -> signIn(exchange, true);
                case "GET /callback" -> callback(exchange);
                case "GET /codes" -> showCodes(exchange);
                case "POST /sign-out" -> signOut(exchange);
                case "GET /cafe.css" -> send(exchange, 200, "text/css", Pages.read("cafe.css"));
                default -> send(exchange, 404, "text/plain", "");
            }
        } catch (SignInFailed no) {
            page(exchange, 502, "failed", Map.of("why", String.valueOf(no.getMessage())));
        } catch (IllegalArgumentException malformed) {
            send(exchange, 400, "text/plain", "");
        }
    }

    private void showHome(HttpExchange exchange) throws IOException {
        Guest guest = visit(exchange).map(Visit::guest).orElse(null);
        if (guest == null) page(exchange, 200, "welcome", Map.of());
        else
            page(
                    exchange,
                    200,
                    "guest",
                    Map.of("subject", guest.subject(), "username", guest.username(), "email", guest.email()));
    }

    private void showCodes(HttpExchange exchange) throws IOException {
        Map<String, String> now = codes.get();
        if (now.isEmpty()) send(exchange, 404, "text/plain", "");
        else page(exchange, 200, "codes", now);
    }

    private void signIn(HttpExchange exchange, boolean switching) throws IOException, SignInFailed {
        Attempt attempt = Attempt.begin();
        URI there = provider.signIn(attempt, switching);
        Guest still = visit(exchange).map(Visit::guest).orElse(null);
        reseat(exchange, new Visit(attempt, still));
        redirect(exchange, there);
    }

    private void callback(HttpExchange exchange) throws IOException, SignInFailed {
        Map<String, String> answer = query(exchange);
        Attempt attempt = visit(exchange).map(Visit::attempt).orElse(null);
        if (attempt == null || !attempt.state().equals(answer.get("state")))
            throw new SignInFailed("this sign-in did not start here");
        if (answer.containsKey("error")) throw new SignInFailed("the provider says: " + answer.get("error"));
        String code = answer.get("code");
        if (code == null) throw new SignInFailed("the provider sent no code");
        reseat(exchange, new Visit(null, provider.redeem(code, attempt, answer.get("iss"))));
        redirect(exchange, home);
    }

    private void signOut(HttpExchange exchange) throws IOException, SignInFailed {
        Guest guest = visit(exchange).map(Visit::guest).orElse(null);
        cookie(exchange).ifPresent(visits::end);
        redirect(exchange, guest == null ? home : provider.signOut(guest, home));
    }

    /** A new cookie at every step, so that one set beforehand is worth nothing. */
    private void reseat(HttpExchange exchange, Visit visit) {
        cookie(exchange).ifPresent(visits::end);
        exchange.getResponseHeaders()
                .add("Set-Cookie", COOKIE + "=" + visits.keep(visit) + "; Path=/; HttpOnly; SameSite=Lax");
    }

    private Optional<Visit> visit(HttpExchange exchange) {
        return cookie(exchange).flatMap(visits::find);
    }

    private static Optional<String> cookie(HttpExchange exchange) {
        String header = exchange.getRequestHeaders().getFirst("Cookie");
        if (header == null) return Optional.empty();
        for (String one : header.split(";"))
            if (one.strip().startsWith(COOKIE + "="))
                return Optional.of(one.strip().substring(COOKIE.length() + 1));
        return Optional.empty();
    }

    private static Map<String, String> query(HttpExchange exchange) {
        Map<String, String> all = new HashMap<>();
        @Nullable String raw = exchange.getRequestURI().getRawQuery();
        if (raw == null) return all;
        for (String pair : raw.split("&")) {
            String[] parts = pair.split("=", 2);
            all.putIfAbsent(decode(parts[0]), parts.length == 2 ? decode(parts[1]) : "");
        }
        return all;
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private void page(HttpExchange exchange, int status, String name, Map<String, String> values) throws IOException {
        String language = exchange.getRequestHeaders().getFirst("Accept-Language");
        send(exchange, status, "text/html", pages.page(name, language == null ? "" : language, values));
    }

    private static void redirect(HttpExchange exchange, URI address) throws IOException {
        exchange.getResponseHeaders().set("Location", address.toString());
        exchange.sendResponseHeaders(303, -1);
    }

    private static void send(HttpExchange exchange, int status, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type + "; charset=utf-8");
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.getResponseHeaders()
                .set("Content-Security-Policy", "default-src 'none'; style-src 'self'; frame-ancestors 'none'");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
