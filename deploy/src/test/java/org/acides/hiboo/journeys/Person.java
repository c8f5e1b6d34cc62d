package org.acides.hiboo.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import org.jsoup.Connection;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;
import org.jspecify.annotations.Nullable;

/** Somebody with a browser that runs no script: cookies, links, forms. */
final class Person {

    private final HttpClient client;
    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final Set<String> hosts;
    private final Map<String, String> headers;

    /** @param reachable hosts with ports whose redirects this browser follows; it stops in front of any other */
    Person(String... reachable) {
        this(null, Map.of(), reachable);
    }

    /**
     * @param tls whom it trusts, and who it says that it is; null for what everybody has
     * @param headers what it says beside what browsers say
     */
    Person(@Nullable SSLContext tls, Map<String, String> headers, String... reachable) {
        hosts = Set.of(reachable);
        this.headers = headers;
        HttpClient.Builder builder = HttpClient.newBuilder();
        if (tls != null) builder.sslContext(tls);
        client = builder.cookieHandler(cookies)
                .followRedirects(HttpClient.Redirect.NEVER)
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(10))
                .build();
    }

    static Person visiting(RunningHiboo hiboo) {
        return new Person(hiboo.address().getAuthority());
    }

    /** Where a browser ended: a page, or the foot of a redirect to somewhere that it does not reach. */
    record Page(URI address, int status, Document document) {

        String text() {
            return document.text();
        }

        /** One parameter of the address's query. */
        String parameter(String name) {
            for (String pair : address.getRawQuery().split("&"))
                if (pair.startsWith(name + "="))
                    return java.net.URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8);
            throw new AssertionError("no " + name + " in " + address);
        }

        FormElement form(String selector) {
            Element form = document.selectFirst(selector);
            assertThat(form).as(address + ":\n" + document).isInstanceOf(FormElement.class);
            return (FormElement) form;
        }
    }

    /** What this browser would send of a cookie there. */
    String cookie(URI address, String name) {
        return cookies.getCookieStore().get(address).stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(java.net.HttpCookie::getValue)
                .findFirst()
                .orElseThrow();
    }

    Page open(URI address) {
        return arrive(request(address).GET().build());
    }

    /** Fills in the first form that posts and has all these fields, and sends it. */
    Page submit(Page page, Map<String, String> values) {
        for (FormElement form : page.document().forms()) {
            boolean fits = "post".equalsIgnoreCase(form.attr("method"))
                    && values.keySet().stream().allMatch(name -> form.selectFirst("[name=" + name + "]") != null);
            if (fits) return send(page, form, values);
        }
        throw new AssertionError("no form with " + values.keySet() + " at " + page.address() + ":\n" + page.document());
    }

    Page send(Page page, FormElement form, Map<String, String> values) {
        Map<String, String> data = new LinkedHashMap<>();
        for (Connection.KeyVal field : form.formData()) data.put(field.key(), field.value());
        data.putAll(values);
        URI action = page.address().resolve(form.attr("action"));
        return arrive(request(action)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", action.getScheme() + "://" + action.getRawAuthority())
                .POST(BodyPublishers.ofString(encode(data)))
                .build());
    }

    private Page arrive(HttpRequest first) {
        HttpRequest next = first;
        for (int hop = 0; hop < 20; hop++) {
            HttpResponse<String> response = send(next);
            int status = response.statusCode();
            if (status < 300 || status >= 400)
                return new Page(
                        next.uri(),
                        status,
                        Jsoup.parse(response.body(), next.uri().toString()));
            URI target =
                    next.uri().resolve(response.headers().firstValue("location").orElseThrow());
            if (!hosts.contains(target.getAuthority()))
                return new Page(target, status, new Document(target.toString()));
            next = request(target).GET().build();
        }
        throw new AssertionError("redirected without end from " + first.uri());
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private HttpRequest.Builder request(URI address) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address);
        headers.forEach(request::header);
        return request.timeout(Duration.ofSeconds(30))
                .header("Accept", "text/html")
                .header("Accept-Language", "en");
    }

    private static String encode(Map<String, String> data) {
        return data.entrySet().stream()
                .map(field -> URLEncoder.encode(field.getKey(), StandardCharsets.UTF_8) + "="
                        + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
