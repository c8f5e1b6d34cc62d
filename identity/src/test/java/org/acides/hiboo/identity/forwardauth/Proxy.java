package org.acides.hiboo.identity.forwardauth;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A proxy in front of an application, and the one browser that comes to it: it keeps the cookies of that host. */
final class Proxy {

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    final String slug;
    final String origin;
    final Map<String, String> cookies = new LinkedHashMap<>();
    private final URI hiboo;

    Proxy(URI hiboo, String slug, String origin) {
        this.hiboo = hiboo;
        this.slug = slug;
        this.origin = origin;
    }

    /** The same application, reached by another browser. */
    Proxy inAnotherBrowser() {
        return new Proxy(hiboo, slug, origin);
    }

    /** Asks as Traefik and Caddy do. */
    HttpResponse<String> ask(String uri, String... headers) {
        return send(path("verify"), uri, headers);
    }

    /** Asks as nginx does. */
    HttpResponse<String> askLikeNginx(String uri, String... headers) {
        return send(path("auth-request"), uri, headers);
    }

    /** Passes on what the browser opens at the application's host. */
    HttpResponse<String> pass(String address) {
        if (!address.startsWith(origin + "/forward-auth/")) throw new AssertionError("not passed on: " + address);
        return send(address.substring(origin.length()), address.substring(origin.length()));
    }

    private String path(String page) {
        return "/forward-auth/" + slug + "/" + page;
    }

    private HttpResponse<String> send(String path, String uri, String... headers) {
        URI at = URI.create(origin);
        Map<String, String> all = new LinkedHashMap<>();
        all.put("X-Forwarded-For", "192.0.2.7");
        all.put("X-Forwarded-Method", "GET");
        all.put("X-Forwarded-Proto", at.getScheme());
        all.put("X-Forwarded-Host", at.getAuthority());
        all.put("X-Forwarded-Uri", uri);
        all.put("Accept", "text/html,*/*");
        if (!cookies.isEmpty())
            all.put(
                    "Cookie",
                    String.join(
                            "; ",
                            cookies.entrySet().stream()
                                    .map(each -> each.getKey() + "=" + each.getValue())
                                    .toList()));
        for (int i = 0; i < headers.length; i += 2) all.put(headers[i], headers[i + 1]);
        HttpRequest.Builder request =
                HttpRequest.newBuilder(hiboo.resolve(path)).GET();
        all.forEach(request::header);
        try {
            HttpResponse<String> answer = HTTP.send(request.build(), BodyHandlers.ofString());
            answer.headers().allValues("Set-Cookie").forEach(this::keep);
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private void keep(String cookie) {
        String pair = cookie.split(";", 2)[0];
        String name = pair.substring(0, pair.indexOf('='));
        String value = pair.substring(pair.indexOf('=') + 1);
        if (value.isEmpty()) cookies.remove(name);
        else cookies.put(name, value);
    }

    static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElseThrow(() -> new AssertionError(answer.statusCode()));
    }

    static List<String> cookies(HttpResponse<String> answer) {
        return answer.headers().allValues("Set-Cookie");
    }
}
