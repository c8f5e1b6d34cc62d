package org.acides.hiboo.journeys;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A site of somebody else's, on an origin of its own, with forms that Hiboo's captcha protects. It also plays the vendor: a
 * script that calls back with a token when one presses its button, and {@code siteverify}.
 */
final class OtherSite implements AutoCloseable {

    private final HttpServer server;
    private final HttpClient http = HttpClient.newHttpClient();
    private volatile URI hiboo = URI.create("http://localhost");
    private volatile String key = "";
    private volatile String secret = "";

    OtherSite() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        server.createContext("/form", exchange -> page(exchange, form("")));
        server.createContext("/form-fr", exchange -> page(exchange, form(" lang=\"fr\"")));
        server.createContext("/altcha", exchange -> page(exchange, altcha()));
        server.createContext("/altcha.js", exchange -> answer(exchange, 200, "text/javascript", altchaFile()));
        server.createContext("/written-for-", exchange -> page(exchange, writtenFor(exchange)));
        server.createContext("/send", this::receive);
        server.createContext("/vendor.js", exchange -> answer(exchange, 200, "text/javascript", VENDOR));
        server.createContext(
                "/siteverify",
                exchange -> answer(exchange, 200, "application/json", "{\"success\":true,\"hostname\":\"localhost\"}"));
        server.start();
    }

    private static final String VENDOR = """
            const place = document.querySelector('.h-captcha');
            const button = document.createElement('button');
            button.id = 'vendor';
            button.textContent = 'I am human, says ' + place.dataset.sitekey;
            button.onclick = () => window[place.dataset.callback]('a-token-of-the-vendor');
            place.append(button);
            """;

    void checkedBy(RunningHiboo running) {
        hiboo = running.address();
        key = running.seeded("captcha.key");
        secret = running.seeded("captcha.secret");
    }

    String key() {
        return key;
    }

    String secret() {
        return secret;
    }

    URI at(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    /** Under as strict a content policy as there is: Hiboo's script, and workers of it. */
    private String form(String lang) {
        return document(
                lang,
                "<script src=\"%s/captcha/widget.js\" async defer></script>".formatted(hiboo),
                "<div class=\"h-captcha\" data-sitekey=\"%s\" data-action=\"post\"></div>".formatted(key));
    }

    private String altcha() {
        return document(
                "",
                "<script src=\"/altcha.js\" type=\"module\"></script>",
                "<altcha-widget challenge=\"%s/captcha/challenge?sitekey=%s&action=post\"></altcha-widget>"
                        .formatted(hiboo, key));
    }

    /** As the vendors' documentation has it, with explicit rendering; the script's address is all that is not theirs. */
    private String writtenFor(HttpExchange exchange) {
        String vendor = exchange.getRequestURI().getPath().substring("/written-for-".length());
        return document("", """
                <script>
                  var ready = function () {
                    %s.render('box', {sitekey: '%s', action: 'post', callback: function (token) {
                      document.title = token.length > 100 ? 'called back' : 'no token';
                    }});
                  };
                </script>
                <script src="%s/captcha/widget.js?onload=ready&render=explicit" async defer></script>
                """.formatted(vendor, key, hiboo), "<div id=\"box\"></div>");
    }

    private static String document(String lang, String head, String box) {
        return """
                <!DOCTYPE html><html%s><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
                <meta name="color-scheme" content="light dark"><title>A guest book</title>%s</head>
                <body><form method="post" action="/send"><p><label>Message <input name="message"></label></p>%s
                <p><button>Send</button></p></form></body></html>
                """.formatted(lang, head, box);
    }

    private static String altchaFile() throws IOException {
        return Files.readString(
                NodeModules.of("captcha").resolve(Path.of("node_modules/altcha/dist/main/altcha.min.js")));
    }

    private void page(HttpExchange exchange, String html) throws IOException {
        if (html.contains("class=\"h-captcha\"")) {
            String policy = "default-src 'none'; script-src %1$s 'wasm-unsafe-eval'; connect-src %1$s; img-src %1$s;"
                    + " media-src %1$s; worker-src blob:; form-action 'self'; base-uri 'none'";
            exchange.getResponseHeaders().set("Content-Security-Policy", policy.formatted(hiboo));
        }
        answer(exchange, 200, "text/html", html);
    }

    /** Shows what siteverify says about whichever field the form has. */
    private void receive(HttpExchange exchange) throws IOException {
        Map<String, String> fields = new HashMap<>();
        for (String pair : new String(exchange.getRequestBody().readAllBytes(), UTF_8).split("&")) {
            String[] sides = pair.split("=", 2);
            fields.put(sides[0], URLDecoder.decode(sides[1], UTF_8));
        }
        String field = Stream.of("h-captcha-response", "g-recaptcha-response", "cf-turnstile-response", "altcha")
                .filter(fields::containsKey)
                .findFirst()
                .orElse("none");
        answer(
                exchange,
                200,
                "text/html",
                "<p>" + field + "</p><pre>" + verify(fields.getOrDefault(field, "")) + "</pre>");
    }

    String verify(String response) {
        String body = "secret=" + secret + "&response=" + URLEncoder.encode(response, UTF_8);
        HttpRequest request = HttpRequest.newBuilder(hiboo.resolve("/captcha/siteverify"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            return http.send(request, BodyHandlers.ofString()).body();
        } catch (IOException e) {
            return e.toString();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return e.toString();
        }
    }

    private static void answer(HttpExchange exchange, int status, String type, String text) throws IOException {
        byte[] body = text.getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type + "; charset=utf-8");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
