package org.acides.hiboo.identity.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.acides.hiboo.identity.test.RunningIdentity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainPagesTest extends RunningIdentity {

    private final HttpClient client = HttpClient.newHttpClient();

    private HttpResponse<String> get(String path) throws Exception {
        return client.send(HttpRequest.newBuilder(at(path)).build(), BodyHandlers.ofString());
    }

    private int post(String path, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(at(path)).POST(BodyPublishers.noBody());
        if (headers.length > 0) request.headers(headers);
        return client.send(request.build(), BodyHandlers.discarding()).statusCode();
    }

    @Test
    void everyAnswerCarriesTheHeadersAndNoServletSession() throws Exception {
        for (String path : new String[] {"/identity/picker.css", "/picker?service=x", "/sign-up/nowhere", "/error"}) {
            var headers = get(path).headers();
            if (path.equals("/sign-up/nowhere")) continue;
            assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
                    .as(path)
                    .contains("default-src 'none'", "style-src 'self'", "frame-ancestors 'none'")
                    .doesNotContain("unsafe");
            assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
            assertThat(headers.firstValue("Referrer-Policy")).contains("same-origin");
            assertThat(headers.firstValue("Cache-Control").orElse("")).contains("no-store");
            assertThat(headers.firstValue("Set-Cookie")).isEmpty();
            assertThat(headers.firstValue("Strict-Transport-Security")).isEmpty();
        }
    }

    @Test
    void whetherItIsUpIsAllThatTheMachineTells() throws Exception {
        HttpResponse<String> health = get("/actuator/health");
        assertThat(health.statusCode()).isEqualTo(200);
        assertThat(health.body()).contains("UP").doesNotContain("details", "PostgreSQL", "jdbc", "path");
        for (String path :
                new String[] {"env", "beans", "heapdump", "loggers", "metrics", "prometheus", "httpexchanges"})
            assertThat(get("/actuator/" + path).statusCode()).as(path).isNotEqualTo(200);
    }

    @Test
    void formsLeadAwayOnlyWhereAnApplicationMayFollow() throws Exception {
        assertThat(get("/identity/picker.css")
                        .headers()
                        .firstValue("Content-Security-Policy")
                        .orElse(""))
                .contains("form-action 'self'");
        assertThat(get("/picker?service=x")
                        .headers()
                        .firstValue("Content-Security-Policy")
                        .orElse(""))
                .doesNotContain("form-action");
    }

    @ParameterizedTest
    @CsvSource({"cross-site", "same-site", "none", "nonsense"})
    void aFormOfAnotherSiteIsRefused(String site) throws Exception {
        assertThat(post("/picker", "Sec-Fetch-Site", site)).isEqualTo(403);
    }

    @Test
    void whereABrowserTellsNoSiteItsOriginIsOurs() throws Exception {
        assertThat(post("/picker")).isEqualTo(403);
        assertThat(post("/picker", "Origin", "null")).isEqualTo(403);
        assertThat(post("/picker", "Origin", "https://evil.example")).isEqualTo(403);
        assertThat(post("/picker", "Origin", at("").toString() + ".evil.example"))
                .isEqualTo(403);
        assertThat(post("/picker", "Origin", at("").toString())).isEqualTo(303);
        assertThat(post("/picker", "Sec-Fetch-Site", "same-origin")).isEqualTo(303);
    }
}
