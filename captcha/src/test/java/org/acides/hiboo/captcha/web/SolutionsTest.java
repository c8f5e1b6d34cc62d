package org.acides.hiboo.captcha.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.acides.hiboo.captcha.api.SiteSettings;
import org.acides.hiboo.captcha.api.commands.ConfigureSite;
import org.acides.hiboo.captcha.pow.Solver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What solves a challenge, and everything that does not. */
class SolutionsTest extends RunningCaptcha {

    private String outcome(String payload) throws Exception {
        return outcome(form("/captcha/solve", Map.of("payload", payload), PAGE));
    }

    private static String outcome(HttpResponse<String> answer) {
        JsonNode body = JSON.readTree(answer.body());
        if (answer.statusCode() == 200) return body.path("success").booleanValue() ? "solved" : "?";
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(body.path("status").intValue()).isEqualTo(answer.statusCode());
        return body.path("code").stringValue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"pow", "pow-argon2"})
    void whoeverDoesTheWorkGetsAPassAndNobodyGetsASecondForIt(String kind) throws Exception {
        String payload = Solver.solve(challenge(site(kind), ""));
        assertThat(outcome(payload)).isEqualTo("solved");
        assertThat(outcome(payload)).isEqualTo("used");
    }

    @Test
    void jsonIsTakenAsFormsAre() throws Exception {
        String payload = Solver.solve(challenge(site("pow"), ""));
        assertThat(outcome(json("/captcha/solve", Map.of("payload", payload)))).isEqualTo("solved");
    }

    /** The hole that a published library has: it never looks at how the key begins. */
    @Test
    void anUnsolvedChallengeIsRefusedTwentyTimesOfTwenty() throws Exception {
        Registered site = site("pow");
        for (int i = 0; i < 20; i++) {
            JsonNode challenge = challenge(site, "");
            String key = key(challenge, 0);
            if (key.startsWith(challenge.at("/parameters/keyPrefix").stringValue())) continue;
            assertThat(outcome(Solver.payload(challenge, 0, key))).isEqualTo("wrong");
        }
    }

    private static String key(JsonNode challenge, long counter) {
        Map<String, Object> parameters =
                JSON.convertValue(challenge.path("parameters"), new TypeReference<Map<String, Object>>() {});
        return HexFormat.of().formatHex(Solver.key(parameters, counter));
    }

    @Test
    void aForgedCounterIsRefusedAndTheChallengeIsGone() throws Exception {
        JsonNode challenge = challenge(site("pow"), "");
        String beginsWell = challenge.at("/parameters/keyPrefix").stringValue() + "0".repeat(62);
        assertThat(outcome(Solver.payload(challenge, 7, beginsWell))).isEqualTo("wrong");
        assertThat(outcome(Solver.solve(challenge))).isEqualTo("used");
    }

    @ParameterizedTest
    @CsvSource({
        "cost, 1",
        "keyPrefix, ''",
        "keyPrefix, 0",
        "keyLength, 1",
        "nonce, 00",
        "salt, 00",
        "expiresAt, 4102444800",
        "algorithm, SHA-256",
        "keySignature, ''",
        "more, 1"
    })
    void aChangedParameterIsRefused(String name, String value) throws Exception {
        JsonNode challenge = challenge(site("pow"), "");
        String key = challenge.at("/parameters/keyPrefix").stringValue() + "0".repeat(62);
        ObjectNode parameters = (ObjectNode) challenge.path("parameters");
        if (value.matches("[1-9][0-9]*") && !name.equals("keyPrefix")) parameters.put(name, Long.parseLong(value));
        else parameters.put(name, value);
        assertThat(outcome(Solver.payload(challenge, 0, key))).isIn("forged", "future");
        ((ObjectNode) challenge.path("parameters")).remove("keySignature");
        assertThat(outcome(Solver.payload(challenge, 0, key))).isIn("forged", "future");
    }

    @Test
    void aChallengeUnderAnotherSignatureOrNoneIsRefused() throws Exception {
        JsonNode challenge = challenge(site("pow"), "");
        String key = challenge.at("/parameters/keyPrefix").stringValue() + "0".repeat(62);
        for (String signature : List.of("", "0".repeat(64), "é")) {
            ((ObjectNode) challenge).put("signature", signature);
            assertThat(outcome(Solver.payload(challenge, 0, key))).isEqualTo("forged");
        }
        ((ObjectNode) challenge).remove("signature");
        assertThat(outcome(Solver.payload(challenge, 0, key))).isEqualTo("malformed");
    }

    @Test
    void aChallengeMovedToAnotherSiteOrActionIsRefused() throws Exception {
        Registered other = site("pow");
        JsonNode challenge = challenge(site("pow"), "&action=comment");
        String solved = Solver.solve(challenge);
        ObjectNode data = (ObjectNode) challenge.at("/parameters/data");
        data.put("action", "sign-up");
        assertThat(outcome(Solver.solve(challenge))).isEqualTo("forged");
        data.put("action", "comment").put("site", other.key().value());
        assertThat(outcome(Solver.solve(challenge))).isEqualTo("forged");
        assertThat(outcome(solved)).isEqualTo("solved");
    }

    @Test
    void anExpiredChallengeIsRefused() throws Exception {
        String payload = Solver.solve(challenge(site("pow"), ""));
        watch.forward(Duration.ofSeconds(300));
        assertThat(outcome(payload)).isEqualTo("expired");
    }

    @Test
    void aChallengeOfTheFutureIsRefused() throws Exception {
        watch.forward(Duration.ofMinutes(10));
        String payload = Solver.solve(challenge(site("pow"), ""));
        watch.set();
        assertThat(outcome(payload)).isEqualTo("future");
    }

    @Test
    void aKindThatTheSiteAcceptsNoMoreIsRefused() throws Exception {
        Registered site = site("pow", "pow-argon2");
        String payload = Solver.solve(challenge(site, ""));
        commands.send(
                new ConfigureSite(
                        site.id(),
                        new SiteSettings("Pad", List.of("pad.example.org"), List.of("pow-argon2"), 1, 2, 30)),
                ADMIN);
        assertThat(outcome(payload)).isEqualTo("foreign");
    }

    @Test
    void aPageOfAnotherSiteSolvesNothingHere() throws Exception {
        site(new SiteSettings("Other", List.of("other.example"), List.of("pow"), 1, 2, 30));
        String payload = Solver.solve(challenge(site("pow"), ""));
        HttpResponse<String> elsewhere = form("/captcha/solve", Map.of("payload", payload), "https://other.example");
        assertThat(outcome(elsewhere)).isEqualTo("foreign");
        assertThat(outcome(payload)).isEqualTo("solved");
    }

    @Test
    void whatIsNoSolutionIsMalformed() throws Exception {
        JsonNode challenge = challenge(site("pow"), "");
        Map<String, Object> noSolution = new HashMap<>();
        noSolution.put("challenge", challenge);
        for (String payload : List.of(
                "",
                "%",
                "e30=",
                Solver.encoded(List.of()),
                Solver.encoded(Map.of("challenge", 1)),
                Solver.encoded(noSolution)))
            assertThat(outcome(payload)).as(payload).isEqualTo("malformed");
        assertThat(outcome(form("/captcha/solve", Map.of("else", "x"), PAGE))).isEqualTo("malformed");
        assertThat(outcome(form("/captcha/solve", Map.of("payload", "x".repeat(20_000)), PAGE)))
                .isEqualTo("malformed");
    }
}
