package org.acides.hiboo.captcha.vendor;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** A vendor's {@code siteverify} on loopback: it knows one secret and one token, which is good once. */
final class VendorServer implements AutoCloseable {

    static final String SECRET = "0x0000000000000000000000000000000000000000";
    static final String TOKEN = "P1_eyJ0eXAi.a-token_of.the.vendor";

    private final HttpServer server;
    private final List<Map<String, String>> asked = new CopyOnWriteArrayList<>();
    private volatile String hostname = "localhost";

    VendorServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/siteverify", this::verify);
        server.createContext("/elsewhere", exchange -> {
            exchange.getResponseHeaders().set("Location", at("/siteverify").toString());
            exchange.sendResponseHeaders(307, -1);
            exchange.close();
        });
        server.createContext("/silent", exchange -> {});
        server.createContext(
                "/endless",
                exchange -> answer(exchange, 200, "{\"success\":true,\"x\":\"" + "x".repeat(20_000) + "\"}"));
        server.createContext("/broken", exchange -> answer(exchange, 502, "<html>"));
        server.start();
    }

    URI at(String path) {
        return URI.create("http://localhost:" + server.getAddress().getPort() + path);
    }

    void solvedOn(String host) {
        hostname = host;
    }

    /** What came, field by field. */
    List<Map<String, String>> asked() {
        return asked;
    }

    private void verify(HttpExchange exchange) throws IOException {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String pair : new String(exchange.getRequestBody().readAllBytes(), UTF_8).split("&"))
            fields.put(
                    pair.substring(0, pair.indexOf('=')),
                    URLDecoder.decode(pair.substring(pair.indexOf('=') + 1), UTF_8));
        boolean first = asked.stream().noneMatch(fields::equals);
        asked.add(fields);
        boolean right = SECRET.equals(fields.get("secret")) && TOKEN.equals(fields.get("response"));
        String error = !right ? "invalid-input-response" : "timeout-or-duplicate";
        answer(
                exchange,
                200,
                right && first
                        ? "{\"success\":true,\"challenge_ts\":\"2026-11-28T12:00:00Z\",\"hostname\":\"" + hostname
                                + "\"}"
                        : "{\"success\":false,\"error-codes\":[\"" + error + "\"]}");
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        byte[] body = text.getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
