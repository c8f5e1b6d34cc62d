package org.acides.hiboo.identity.captcha;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A siteverify server on the loopback interface: a response {@code good ACTION …} is right once, {@code dumb} is answered
 * without an action, {@code broken} by a fault, {@code empty} without sense; anything else is wrong.
 */
public final class Verifier implements AutoCloseable {

    private final HttpServer server;
    private final Set<String> used = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean closed = new AtomicBoolean();
    private volatile String secret = "s3cret";
    private volatile Map<String, String> last = Map.of();

    public Verifier() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/siteverify", exchange -> {
            last = form(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            String response = last.getOrDefault("response", "");
            byte[] answer = answer(response).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(response.equals("broken") ? 500 : 200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
    }

    private String answer(String response) {
        if (!secret.equals(last.get("secret"))) return no("invalid-input-secret");
        if (response.equals("empty")) return "<html>";
        if (response.equals("dumb")) return "{\"success\":true}";
        if (!response.startsWith("good ")) return no("invalid-input-response");
        if (!used.add(response)) return no("timeout-or-duplicate");
        return "{\"success\":true,\"action\":\"" + response.split(" ")[1] + "\",\"error-codes\":[]}";
    }

    private static String no(String code) {
        return "{\"success\":false,\"error-codes\":[\"" + code + "\"]}";
    }

    /** What was asked last. */
    Map<String, String> last() {
        return last;
    }

    void rotate(String another) {
        secret = another;
    }

    public URI address() {
        return URI.create("http://localhost:" + server.getAddress().getPort() + "/siteverify");
    }

    private static Map<String, String> form(String text) {
        Map<String, String> fields = new HashMap<>();
        for (String pair : text.split("&")) {
            String[] parts = pair.split("=", 2);
            fields.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return fields;
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) server.stop(0);
    }
}
