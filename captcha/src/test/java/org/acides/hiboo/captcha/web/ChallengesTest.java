package org.acides.hiboo.captcha.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import org.acides.hiboo.captcha.api.SiteSettings;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ChallengesTest extends RunningCaptcha {

    @Test
    void aChallengeIsWhatAltchasWidgetsRead() throws Exception {
        Registered site = site("pow", "pow-argon2");
        JsonNode pow = challenge(site, "&action=sign-up");
        assertThat(pow.propertyNames()).containsExactly("parameters", "signature");
        JsonNode parameters = pow.path("parameters");
        assertThat(parameters.propertyNames())
                .containsExactly(
                        "algorithm",
                        "cost",
                        "data",
                        "expiresAt",
                        "keyLength",
                        "keyPrefix",
                        "keySignature",
                        "nonce",
                        "salt");
        assertThat(parameters.path("algorithm").stringValue()).isEqualTo("PBKDF2/SHA-256");
        assertThat(parameters.path("keyLength").intValue()).isEqualTo(32);
        assertThat(parameters.path("expiresAt").longValue())
                .isBetween(
                        watch.instant().plusSeconds(298).getEpochSecond(),
                        watch.instant().plusSeconds(300).getEpochSecond());
        assertThat(parameters.path("data").path("site").stringValue())
                .isEqualTo(site.key().value());
        assertThat(parameters.path("data").path("action").stringValue()).isEqualTo("sign-up");
        assertThat(parameters.path("data").path("host").stringValue()).isEqualTo("pad.example.org");
        JsonNode hard = challenge(site, "&kind=pow-argon2").path("parameters");
        assertThat(hard.path("algorithm").stringValue()).isEqualTo("ARGON2ID");
        assertThat(hard.path("memoryCost").intValue()).isEqualTo(16_384);
        assertThat(hard.path("parallelism").intValue()).isEqualTo(1);
    }

    @Test
    void nobodyGetsOneForNothing() throws Exception {
        String known = "/captcha/challenge?sitekey=" + site("pow").key();
        assertThat(get("/captcha/challenge", null).statusCode()).isEqualTo(404);
        assertThat(get("/captcha/challenge?sitekey=%00'--", null).statusCode()).isEqualTo(404);
        assertThat(get("/captcha/challenge?sitekey=" + "0".repeat(32), null).statusCode())
                .isEqualTo(404);
        assertThat(get(known + "&kind=pow-argon2", null).statusCode()).isEqualTo(400);
        assertThat(get(known + "&action=%3Cscript%3E", null).statusCode()).isEqualTo(400);
        assertThat(get(known + "&action=" + "a".repeat(101), null).statusCode()).isEqualTo(400);
        assertThat(get(known + "&cdata=" + "a".repeat(256), null).statusCode()).isEqualTo(400);
    }

    /** The Fetch standard's CORS protocol: what a page may read, and what it may send. */
    @Test
    void onlyPagesOfTheSiteReadItsChallenges() throws Exception {
        Registered site =
                site(new SiteSettings("Pads", List.of("pad.example.org", "*.pads.example"), List.of("pow"), 1, 2, 30));
        String path = "/captcha/challenge?sitekey=" + site.key();
        for (String page : List.of(PAGE, "http://pad.example.org:3000", "https://a.pads.example")) {
            HttpResponse<String> answer = get(path, page);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Access-Control-Allow-Origin"))
                    .contains(page);
            assertThat(answer.headers().firstValue("Access-Control-Allow-Credentials"))
                    .isEmpty();
            assertThat(answer.headers().allValues("Vary")).anyMatch(vary -> vary.contains("Origin"));
            // When to come again, after 503.
            assertThat(answer.headers().firstValue("Access-Control-Expose-Headers"))
                    .contains("Retry-After");
        }
        for (String page : List.of("https://evil.example", "https://pad.example.org.evil.example", "null")) {
            HttpResponse<String> answer = get(path, page);
            assertThat(answer.statusCode()).as(page).isEqualTo(403);
            assertThat(answer.headers().firstValue("Access-Control-Allow-Origin"))
                    .isEmpty();
        }
        assertThat(get(path, null).statusCode()).isEqualTo(200);
        assertThat(preflight("/captcha/solve", PAGE).headers().firstValue("Access-Control-Allow-Origin"))
                .contains(PAGE);
        assertThat(preflight("/captcha/solve", "https://evil.example").statusCode())
                .isEqualTo(403);
    }

    private HttpResponse<String> preflight(String path, String page) throws Exception {
        return send(
                HttpRequest.newBuilder(at(path))
                        .header("Access-Control-Request-Method", "POST")
                        .header("Access-Control-Request-Headers", "content-type")
                        .method("OPTIONS", BodyPublishers.noBody()),
                page);
    }

    @Test
    void theDifficultyInForceIsPosed() throws Exception {
        Registered easy = site(new SiteSettings("Pad", List.of("pad.example.org"), List.of("pow"), 1, 2, 30));
        Registered hard = site(new SiteSettings("Pad", List.of("pad.example.org"), List.of("pow"), 9, 9, 30));
        assertThat(challenge(easy, "").at("/parameters/keyPrefix").stringValue())
                .hasSize(2);
        assertThat(challenge(hard, "").at("/parameters/keyPrefix").stringValue())
                .hasSize(4);
        assertThat(challenge(easy, "").at("/parameters/cost").intValue()).isEqualTo(1_000);
    }
}
