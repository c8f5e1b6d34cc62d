package org.acides.hiboo.identity.signin;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.acides.hiboo.identity.test.RunningIdentity;
import org.jspecify.annotations.Nullable;

/** A browser that runs no script and follows no redirect by itself. */
public final class Browser {

    private final URI home;
    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient client;
    private String language = "en";
    private String certificate = "";

    public Browser(URI home) {
        this(home, null);
    }

    /** @param source the address of this machine that it connects from, or null for the usual one */
    Browser(URI home, @Nullable InetAddress source) {
        this.home = home;
        client = HttpClient.newBuilder()
                .cookieHandler(cookies)
                .localAddress(source)
                .build();
    }

    /** What a proxy in front of Hiboo would say of the certificate that it shows, or anybody else; empty for nothing. */
    Browser showing(String header) {
        certificate = header;
        return this;
    }

    public Browser speaking(String tag) {
        language = tag;
        return this;
    }

    public record Page(int status, String text, HttpResponse<String> response) {
        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        public String location() {
            return header("Location");
        }
    }

    public Page open(String path) {
        return send(request(path).GET().build());
    }

    public Page post(String path, String... fields) {
        return post(path, home.toString(), fields);
    }

    public Page post(String path, String origin, String[] fields) {
        List<String> pairs = new ArrayList<>();
        for (int i = 0; i < fields.length; i += 2) pairs.add(encode(fields[i]) + "=" + encode(fields[i + 1]));
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", origin)
                .POST(BodyPublishers.ofString(String.join("&", pairs)))
                .build());
    }

    /** As a script of the page does that reads what comes back. */
    Page ask(String path) {
        return send(HttpRequest.newBuilder(URI.create(home + path))
                .header("Accept", "application/json")
                .header("Origin", home.toString())
                .POST(BodyPublishers.noBody())
                .build());
    }

    public Page signIn(String name, String password, String... more) {
        List<String> fields = new ArrayList<>(List.of("username", name, "password", password));
        fields.addAll(List.of(more));
        return post("/sign-in", fields.toArray(String[]::new));
    }

    public String cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }

    public boolean signedIn() {
        return open("/sign-in?continue=/inside").status() == 303;
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(home + path));
        if (!certificate.isEmpty()) request.header(RunningIdentity.CERTIFICATE_HEADER, certificate);
        return request.header("Accept", "text/html")
                .header("User-Agent", "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0")
                .header("Accept-Language", language);
    }

    Page send(HttpRequest request) {
        try {
            HttpResponse<String> response = client.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
            return new Page(response.statusCode(), response.body(), response);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
