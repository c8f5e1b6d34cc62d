package org.acides.hiboo.journeys;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A service with one user that listens to SCIM, and remembers what it was told of that user. */
final class ScimReceiver implements AutoCloseable {

    private final HttpServer server;
    private final String token;
    private final String username;
    private final List<String> told = new CopyOnWriteArrayList<>();

    ScimReceiver(String token, String username) {
        this.token = token;
        this.username = username;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/scim/Users", this::answer);
        server.start();
    }

    URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/scim");
    }

    List<String> told() {
        return told;
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        boolean known = ("Bearer " + token).equals(exchange.getRequestHeaders().getFirst("Authorization"));
        String answer = "{}";
        if (known && exchange.getRequestMethod().equals("PATCH")) told.add(body);
        else if (known) answer = found(exchange.getRequestURI());
        byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/scim+json");
        exchange.sendResponseHeaders(known ? 200 : 401, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    /** Nobody has an {@code externalId} there yet. */
    private String found(URI asked) {
        String filter = URLDecoder.decode(String.valueOf(asked.getRawQuery()), StandardCharsets.UTF_8);
        String user = "{\"id\": \"7\", \"userName\": \"" + username + "\", \"active\": true}";
        boolean mine = filter.contains("userName") && filter.contains(username);
        return "{\"totalResults\": " + (mine ? 1 : 0) + ", \"Resources\": [" + (mine ? user : "") + "]}";
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
