package org.acides.hiboo.identity.oidc.authorization;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.acides.hiboo.identity.session.Sessions.Begun;
import org.jspecify.annotations.Nullable;

/** Somebody's browser: it sends their cookie with what it asks of its own accord, and stops at every redirect. */
public record Browser(URI home, @Nullable Begun session) {

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    /** Where a request led: what the address says after its question mark or hash. */
    public record Arrival(String address, Map<String, String> fields) {

        public String get(String name) {
            String value = fields.get(name);
            if (value == null) throw new AssertionError("no " + name + " in " + address);
            return value;
        }
    }

    public HttpResponse<String> get(String path) {
        return send(request(path).GET().build());
    }

    public HttpResponse<String> submit(String path, Map<String, String> fields) {
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", home.toString())
                .POST(BodyPublishers.ofString(form(fields)))
                .build());
    }

    /** Where a page of ours leads to. */
    public Arrival follow(String path) {
        return arrival(get(path));
    }

    public static Arrival arrival(HttpResponse<String> response) {
        if (response.statusCode() != 303) throw new AssertionError(response.statusCode() + " " + response.body());
        return arrival(response.headers().firstValue("Location").orElseThrow());
    }

    public static Arrival arrival(String address) {
        int start = Math.max(address.indexOf('?'), address.indexOf('#'));
        Map<String, String> fields = new LinkedHashMap<>();
        if (start >= 0)
            for (String field : address.substring(start + 1).split("&")) {
                int equals = field.indexOf('=');
                fields.put(
                        field.substring(0, equals),
                        URLDecoder.decode(field.substring(equals + 1), StandardCharsets.UTF_8));
            }
        return new Arrival(address, fields);
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(home.resolve(path)).header("Accept-Language", "en");
        return session == null ? request : request.header("Cookie", "hiboo=" + session.cookie());
    }

    static HttpResponse<String> send(HttpRequest request) {
        try {
            return HTTP.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    public static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
