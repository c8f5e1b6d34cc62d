package org.acides.hiboo.journeys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A visitor of a form with the captcha who would be known again anywhere, and goes every way that there is. No answer may set
 * a cookie, nor depend on one.
 */
final class Unnoticed {

    static final String FORWARDED = "203.0.113.77";
    static final String BROWSER = "Peculiar-Owl-Browser/7.31";
    static final String LANGUAGE = "fr-CH-x-peculiar";
    static final String COOKIE = "peculiar-cookie";

    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpClient client;
    private final URI address;
    private final String key;
    private final String origin;

    /** @param origin of a page of the site's */
    Unnoticed(HttpClient client, URI address, String key, String origin) {
        this.client = client;
        this.address = address;
        this.key = key;
        this.origin = origin;
    }

    /** Loads the files twice: with the cookie, and without. */
    void loadsFiles() throws Exception {
        for (String path : new String[] {"widget.js", "argon2.js", "vendor.js", "pages.css", "kinds?sitekey=" + key}) {
            byte[] known = expect(200, send(request(path).header("Cookie", "seen=" + COOKIE)));
            assertThat(expect(200, send(request(path)))).as(path).isEqualTo(known);
        }
    }

    String works() throws Exception {
        posed("pow-argon2");
        return passFor(200, Work.solve(posed("pow")));
    }

    String worksForNothing() throws Exception {
        String payload = Work.solve(posed("pow"));
        String pass = passFor(200, payload);
        passFor(409, payload);
        passFor(400, "not even " + BROWSER);
        return pass;
    }

    /** Looks or listens, and answers wrongly. */
    void looksAndListens() throws Exception {
        for (String kind : new String[] {"image", "audio"}) {
            JsonNode challenge = posed(kind);
            String shown = challenge.path("shown").path(kind).asString();
            assertThat(expect(200, get(shown))).as(kind).hasSizeGreaterThan(1_000);
            passFor(422, answered(challenge, "text", BROWSER));
        }
    }

    String answers() throws Exception {
        return passFor(200, answered(posed("question"), "text", "la chouette"));
    }

    String answersWithoutJavaScript() throws Exception {
        String page = text(200, get("manual?lang=fr&action=post&kind=question&sitekey=" + key));
        Element form = Jsoup.parse(page).selectFirst("form[method=post]");
        Map<String, String> fields = form.select("input[type=hidden]").stream()
                .collect(Collectors.toMap(field -> field.attr("name"), field -> field.val()));
        fields.put("text", "le hibou");
        return Jsoup.parse(text(200, post("manual", fields))).select("#pass").text();
    }

    String asksTheVendor() throws Exception {
        String page = "vendor?kind=hcaptcha&action=post&sitekey=" + key + "&opener=" + origin;
        assertThat(text(200, get(page))).doesNotContain("data-challenge");
        String carried = Jsoup.parse(text(200, get(page + "&agreed=true")))
                .select("[data-challenge]")
                .attr("data-challenge");
        JsonNode challenge = JSON.readTree(Base64.getDecoder().decode(carried));
        return passFor(200, answered(challenge, "token", "a-token-of-the-vendor"));
    }

    void loses() throws Exception {
        expect(404, get("challenge?sitekey=" + BROWSER));
        expect(400, get("challenge?sitekey=" + key + "&kind=" + COOKIE));
        expect(404, get("demo"));
        expect(404, get(BROWSER + "?lang=" + LANGUAGE));
        expect(404, get("image?c=" + COOKIE));
        expect(400, get("image?" + COOKIE));
        expect(404, get("manual?sitekey=" + COOKIE));
        assertThat(send(request("solve").PUT(BodyPublishers.ofString(BROWSER))).statusCode())
                .isGreaterThanOrEqualTo(400);
    }

    /** As a form's own server hands it on, with what it knows of its visitor. */
    JsonNode verified(String secret, String pass) throws Exception {
        return JSON.readTree(
                text(200, post("siteverify", Map.of("secret", secret, "response", pass, "remoteip", FORWARDED))));
    }

    private JsonNode posed(String kind) throws Exception {
        return JSON.readTree(text(200, get("challenge?action=post&lang=fr&kind=" + kind + "&sitekey=" + key)));
    }

    private String passFor(int status, String payload) throws Exception {
        return JSON.readTree(text(status, post("solve", Map.of("payload", payload))))
                .path("pass")
                .asString("");
    }

    private static String answered(JsonNode challenge, String name, String answer) {
        Map<String, Object> payload = Map.of(
                "challenge",
                Map.of("parameters", challenge.path("parameters"), "signature", challenge.path("signature")),
                "solution",
                Map.of(name, answer));
        return Base64.getEncoder()
                .encodeToString(JSON.writeValueAsString(payload).getBytes(UTF_8));
    }

    private HttpResponse<byte[]> get(String path) throws Exception {
        return send(request(path).header("Cookie", "seen=" + COOKIE));
    }

    private HttpResponse<byte[]> post(String path, Map<String, String> fields) throws Exception {
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
        return send(request(path)
                .header("Cookie", "seen=" + COOKIE)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(address.resolve(path.startsWith("/") ? path : "/captcha/" + path))
                .header("User-Agent", BROWSER)
                .header("Accept-Language", LANGUAGE)
                .header("X-Forwarded-For", FORWARDED)
                .header("Forwarded", "for=" + FORWARDED);
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = client.send(request.build(), BodyHandlers.ofByteArray());
        assertThat(answer.headers().allValues("Set-Cookie"))
                .as(answer.uri() + "")
                .isEmpty();
        assertThat(answer.headers().allValues("Vary"))
                .as(answer.uri() + "")
                .noneMatch(vary -> vary.toLowerCase(java.util.Locale.ROOT).contains("cookie"));
        return answer;
    }

    private static byte[] expect(int status, HttpResponse<byte[]> answer) {
        assertThat(answer.statusCode())
                .as(answer.uri() + ": " + new String(answer.body(), UTF_8))
                .isEqualTo(status);
        return answer.body();
    }

    private static String text(int status, HttpResponse<byte[]> answer) {
        return new String(expect(status, answer), UTF_8);
    }
}
