package org.acides.hiboo.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;

/** Somebody who makes passes of a site by machine, one after another. */
final class Attack {

    private Attack() {}

    /** @param origin of a page of the site's */
    static void on(RunningHiboo hiboo, String key, String origin, int passes) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            for (int i = 0; i < passes; i++) {
                String body = "payload=" + URLEncoder.encode(Work.of(hiboo, key, "post"), StandardCharsets.UTF_8);
                HttpRequest solved = HttpRequest.newBuilder(hiboo.at("/captcha/solve"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Origin", origin)
                        .POST(BodyPublishers.ofString(body))
                        .build();
                assertThat(client.send(solved, BodyHandlers.discarding()).statusCode())
                        .isEqualTo(200);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
