package org.acides.hiboo.identity.oidc.logout;

import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.acides.hiboo.catalog.api.LogoutAddress;

/** Where an application waits for logout tokens, and writes down what comes. */
final class Listener implements AutoCloseable {

    private final HttpServer server;
    private final List<SignedJWT> heard = new CopyOnWriteArrayList<>();
    private final List<String> oddities = new CopyOnWriteArrayList<>();
    private volatile int answer = 200;

    Listener() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::hear);
        server.start();
    }

    private void hear(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.US_ASCII);
        if (!exchange.getRequestURI().toString().equals("/told?by=hiboo"))
            oddities.add("at " + exchange.getRequestURI());
        if (!exchange.getRequestMethod().equals("POST")) oddities.add(exchange.getRequestMethod());
        if (exchange.getRequestHeaders().containsKey("Cookie")) oddities.add("a cookie");
        String type = exchange.getRequestHeaders().getFirst("Content-Type");
        if (!"application/x-www-form-urlencoded".equals(type)) oddities.add("a " + type);
        try {
            heard.add(SignedJWT.parse(
                    URLDecoder.decode(body.substring("logout_token=".length()), StandardCharsets.US_ASCII)));
        } catch (ParseException e) {
            oddities.add(body);
        }
        if (answer == 302) exchange.getResponseHeaders().set("Location", "/elsewhere");
        exchange.sendResponseHeaders(answer, -1);
        exchange.close();
    }

    LogoutAddress address() {
        return new LogoutAddress(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/told?by=hiboo"), true);
    }

    void answers(int status) {
        answer = status;
    }

    List<SignedJWT> heard() {
        return heard;
    }

    /** What no logout token of ours ever brings. */
    List<String> oddities() {
        return oddities;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
