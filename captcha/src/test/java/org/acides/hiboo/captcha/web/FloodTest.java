package org.acides.hiboo.captcha.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.acides.hiboo.captcha.api.SiteSettings;
import org.acides.hiboo.captcha.pow.Solver;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** However much comes at once, what is done at once is little, and whoever cannot be served is told when to come again. */
class FloodTest extends RunningCaptcha {

    /** Keys that begin well, so that each makes us derive one: eight passes over 16 MiB. */
    @Test
    void whoeverCannotBeCheckedNowIsToldWhenToComeAgainAndLosesNothing() throws Exception {
        Registered site =
                site(new SiteSettings("Pad", List.of("pad.example.org"), List.of("pow-argon2"), 4, 4, 100_000));
        List<String> pretended = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            JsonNode challenge = challenge(site, "");
            String prefix = challenge.at("/parameters/keyPrefix").stringValue();
            pretended.add(Solver.payload(challenge, 0, prefix + "0".repeat(64 - prefix.length())));
        }
        List<HttpResponse<String>> answers = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(60)) {
            List<Future<HttpResponse<String>>> all = new ArrayList<>();
            for (String payload : pretended)
                all.add(threads.submit(() -> form("/captcha/solve", Map.of("payload", payload), PAGE)));
            for (Future<HttpResponse<String>> one : all) answers.add(one.get());
        }
        assertThat(answers)
                .extracting(HttpResponse::statusCode)
                .containsOnly(422, 503)
                .contains(503);
        for (int i = 0; i < answers.size(); i++) {
            if (answers.get(i).statusCode() == 503) {
                assertThat(answers.get(i).headers().firstValue("Retry-After")).contains("2");
                assertThat(form("/captcha/solve", Map.of("payload", pretended.get(i)), PAGE)
                                .statusCode())
                        .isEqualTo(422);
                return;
            }
        }
    }

    @Test
    void aFloodOfOneSiteLeavesAPlaceToTheOthers() throws Exception {
        Registered flooded =
                site(new SiteSettings("Pad", List.of("pad.example.org"), List.of("pow-argon2"), 4, 4, 100_000));
        List<String> pretended = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            JsonNode challenge = challenge(flooded, "");
            String prefix = challenge.at("/parameters/keyPrefix").stringValue();
            pretended.add(Solver.payload(challenge, 0, prefix + "0".repeat(64 - prefix.length())));
        }
        String other = Solver.solve(challenge(site("pow"), ""));
        try (var threads = Executors.newFixedThreadPool(60)) {
            List<Future<HttpResponse<String>>> all = new ArrayList<>();
            for (String payload : pretended)
                all.add(threads.submit(() -> form("/captcha/solve", Map.of("payload", payload), PAGE)));
            while (all.stream().noneMatch(Future::isDone)) Thread.onSpinWait();
            assertThat(form("/captcha/solve", Map.of("payload", other), PAGE).statusCode())
                    .isEqualTo(200);
            for (Future<HttpResponse<String>> one : all)
                assertThat(one.get().statusCode()).isIn(422, 503);
        }
    }

    @Test
    void noMoreOfABodyIsReadThanAnybodyNeeds() throws Exception {
        byte[] megabyte = new byte[1 << 20];
        for (String type :
                List.of("application/json", "application/x-www-form-urlencoded", "multipart/form-data; boundary=b"))
            for (String path : List.of("/captcha/solve", "/captcha/siteverify")) {
                HttpRequest.Builder known = HttpRequest.newBuilder(at(path))
                        .header("Content-Type", type)
                        .POST(BodyPublishers.ofByteArray(megabyte));
                assertThat(send(known, null).body()).containsAnyOf("malformed", "bad-request");
                HttpRequest.Builder chunked = HttpRequest.newBuilder(at(path))
                        .header("Content-Type", type)
                        .POST(BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(megabyte)));
                assertThat(send(chunked, null).body()).containsAnyOf("malformed", "bad-request");
            }
    }
}
