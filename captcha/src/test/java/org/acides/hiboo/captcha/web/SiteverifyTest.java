package org.acides.hiboo.captcha.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.acides.hiboo.captcha.challenge.NotSolved;
import org.acides.hiboo.captcha.challenge.Solutions;
import org.acides.hiboo.captcha.pow.Solver;
import org.acides.hiboo.infrastructure.scheduling.Recurring;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What applications are told that call hCaptcha's, reCAPTCHA's or Turnstile's siteverify, and called ours. */
class SiteverifyTest extends RunningCaptcha {

    @Autowired
    Solutions solutions;

    @Autowired
    List<Recurring> rounds;

    private static List<String> errors(JsonNode said) {
        assertThat(said.path("success").booleanValue()).isFalse();
        List<String> all = new ArrayList<>();
        said.path("error-codes").forEach(code -> all.add(code.stringValue()));
        return all;
    }

    private JsonNode asked(Map<String, String> fields) throws Exception {
        return JSON.readTree(form("/captcha/siteverify", fields, null).body());
    }

    @Test
    void aPassIsVerifiedOnce() throws Exception {
        Registered site = site("pow");
        String pass = pass(Solver.solve(challenge(site, "&action=sign-up&cdata=ticket-7")));
        JsonNode said = verify(site, pass);
        assertThat(said.propertyNames())
                .containsExactly("success", "challenge_ts", "hostname", "action", "cdata", "error-codes");
        assertThat(said.path("success").booleanValue()).isTrue();
        assertThat(said.path("hostname").stringValue()).isEqualTo("pad.example.org");
        assertThat(said.path("action").stringValue()).isEqualTo("sign-up");
        assertThat(said.path("cdata").stringValue()).isEqualTo("ticket-7");
        assertThat(Instant.parse(said.path("challenge_ts").stringValue()))
                .isBetween(watch.instant().minusSeconds(10), watch.instant());
        assertThat(said.path("error-codes")).isEmpty();
        assertThat(errors(verify(site, pass))).containsExactly("timeout-or-duplicate");
    }

    @Test
    void anAltchaSolutionIsVerifiedOnceToo() throws Exception {
        Registered site = site("pow");
        String payload = Solver.solve(challenge(site, ""));
        assertThat(payload.length()).isLessThan(2_048);
        assertThat(verify(site, payload).path("success").booleanValue()).isTrue();
        assertThat(errors(verify(site, payload))).containsExactly("timeout-or-duplicate");
        assertThat(form("/captcha/solve", Map.of("payload", payload), PAGE).statusCode())
                .isEqualTo(409);
    }

    @Test
    void jsonIsTakenAsAFormIs() throws Exception {
        Registered site = site("pow");
        Map<String, String> asked =
                Map.of("secret", site.secret(), "response", pass(Solver.solve(challenge(site, ""))), "remoteip", "::1");
        assertThat(JSON.readTree(json("/captcha/siteverify", asked).body())
                        .path("success")
                        .booleanValue())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"----WebKitFormBoundaryA1b2", "x"})
    void aFormOfPartsIsTakenToo(String boundary) throws Exception {
        Registered site = site("pow");
        String pass = pass(Solver.solve(challenge(site, "&action=shop/check_out-2")));
        JsonNode said =
                JSON.readTree(send(parts(boundary, site.secret(), pass), null).body());
        assertThat(said.path("success").booleanValue()).isTrue();
        assertThat(said.path("action").stringValue()).isEqualTo("shop/check_out-2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "--x", "--x\r\n", "--x\r\n\r\n", "--x\r\nContent-Disposition: form-data\r\n\r\n1"})
    void aFormOfBrokenPartsIsABadRequest(String body) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(at("/captcha/siteverify"))
                .header("Content-Type", "multipart/form-data; boundary=x")
                .POST(BodyPublishers.ofString(body));
        assertThat(errors(JSON.readTree(send(request, null).body())))
                .isSubsetOf("bad-request", "missing-input-secret", "missing-input-response");
    }

    private HttpRequest.Builder parts(String boundary, String secret, String response) {
        String body = "--%1$s\r\nContent-Disposition: form-data; name=\"secret\"\r\n\r\n%2$s\r\n--%1$s\r\n"
                + "content-disposition: form-data; name=\"response\"\r\n\r\n%3$s\r\n--%1$s--\r\n";
        return HttpRequest.newBuilder(at("/captcha/siteverify"))
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.ofString(body.formatted(boundary, secret, response)));
    }

    @Test
    void aPassThatIsTriedAgainIsCountedAsAFailure() throws Exception {
        Registered site = site("pow");
        String pass = pass(Solver.solve(challenge(site, "")));
        for (int i = 0; i < 3; i++) verify(site, pass);
        Awaitility.await()
                .until(() -> jdbc.sql("SELECT coalesce(sum(failures), 0) FROM captcha.pressure WHERE site_id = ?")
                        .param(site.id().value())
                        .query(Long.class)
                        .single()
                        .equals(2L));
    }

    @Test
    void everyErrorHasItsCode() throws Exception {
        Registered site = site("pow");
        String pass = pass(Solver.solve(challenge(site, "")));
        assertThat(errors(asked(Map.of()))).containsExactly("missing-input-secret", "missing-input-response");
        assertThat(errors(asked(Map.of("response", pass)))).containsExactly("missing-input-secret");
        assertThat(errors(asked(Map.of("secret", site.secret())))).containsExactly("missing-input-response");
        assertThat(errors(asked(Map.of("secret", "wrong", "response", pass)))).containsExactly("invalid-input-secret");
        assertThat(errors(asked(Map.of("secret", "x".repeat(5_000), "response", pass))))
                .containsExactly("invalid-input-secret");
        assertThat(errors(verify(site, "x"))).containsExactly("invalid-input-response");
        assertThat(errors(verify(site, pass.substring(1)))).containsExactly("invalid-input-response");
        assertThat(errors(verify(site, pass + "x".repeat(2_048)))).containsExactly("invalid-input-response");
        assertThat(errors(asked(Map.of(
                        "secret",
                        site.secret(),
                        "response",
                        pass,
                        "sitekey",
                        site("pow").key().value()))))
                .containsExactly("invalid-input-response");
        assertThat(errors(asked(Map.of("secret", site.secret(), "response", pass, "idempotency_key", "k".repeat(101)))))
                .containsExactly("bad-request");
        assertThat(errors(asked(Map.of("secret", "x".repeat(20_000))))).containsExactly("bad-request");
        var text = HttpRequest.newBuilder(at("/captcha/siteverify"))
                .header("Content-Type", "text/plain")
                .POST(BodyPublishers.ofString("secret=x"));
        assertThat(errors(JSON.readTree(send(text, null).body()))).containsExactly("bad-request");
        assertThat(verify(site, pass).path("success").booleanValue()).isTrue();
    }

    @Test
    void aForeignSitesPassIsRefusedAndStaysGoodForItsOwn() throws Exception {
        Registered site = site("pow");
        Registered other = site("pow");
        String pass = pass(Solver.solve(challenge(site, "")));
        String payload = Solver.solve(challenge(site, ""));
        assertThat(errors(verify(other, pass))).containsExactly("invalid-input-response");
        assertThat(errors(verify(other, payload))).containsExactly("invalid-input-response");
        assertThat(verify(site, pass).path("success").booleanValue()).isTrue();
        assertThat(verify(site, payload).path("success").booleanValue()).isTrue();
    }

    @Test
    void aPassHoldsForThreeHundredSecondsAndNotBeforeItsTime() throws Exception {
        Registered site = site("pow");
        String pass = pass(Solver.solve(challenge(site, "")));
        watch.forward(Duration.ofSeconds(301));
        assertThat(errors(verify(site, pass))).containsExactly("timeout-or-duplicate");
        String early = pass(Solver.solve(challenge(site, "")));
        watch.set();
        assertThat(errors(verify(site, early))).containsExactly("invalid-input-response");
    }

    @Test
    void aCallUnderAnIdempotencyKeyMayBeRepeated() throws Exception {
        Registered site = site("pow");
        for (String response : List.of(pass(Solver.solve(challenge(site, ""))), Solver.solve(challenge(site, "")))) {
            Map<String, String> call = new HashMap<>(
                    Map.of("secret", site.secret(), "response", response, "idempotency_key", "a-key-of-theirs"));
            for (int i = 0; i < 3; i++)
                assertThat(asked(call).path("success").booleanValue()).isTrue();
            call.put("idempotency_key", "another");
            assertThat(errors(asked(call))).containsExactly("timeout-or-duplicate");
            call.remove("idempotency_key");
            assertThat(errors(asked(call))).containsExactly("timeout-or-duplicate");
        }
    }

    @Test
    void ofAThousandWhoUseOnePassAtOnceOneDoes() throws Exception {
        Registered site = site("pow");
        String pass = pass(Solver.solve(challenge(site, "")));
        int many = 1_000;
        CyclicBarrier line = new CyclicBarrier(many);
        List<String> outcomes = new ArrayList<>();
        try (var threads = Executors.newThreadPerTaskExecutor(Thread.ofVirtual().factory())) {
            List<Future<String>> all = new ArrayList<>();
            for (int i = 0; i < many; i++)
                all.add(threads.submit(() -> {
                    line.await();
                    try {
                        return solutions.verify(site.key(), pass, null).kind();
                    } catch (NotSolved no) {
                        return no.reason().name();
                    }
                }));
            for (Future<String> one : all) outcomes.add(one.get());
        }
        assertThat(outcomes).containsOnly("pow", "USED").containsOnlyOnce("pow");
    }

    @Test
    void whatWasUsedIsForgottenOnceItsAgeAloneRefusesIt() throws Exception {
        Registered site = site("pow");
        verify(site, pass(Solver.solve(challenge(site, ""))));
        assertThat(marks()).isPositive();
        forget();
        assertThat(marks()).isPositive();
        watch.forward(Duration.ofSeconds(362));
        forget();
        assertThat(marks()).isZero();
    }

    private long marks() {
        return jdbc.sql("SELECT count(*) FROM captcha.used_mark")
                .query(Long.class)
                .single();
    }

    private void forget() {
        rounds.stream()
                .filter(round -> round.name().equals("captcha.used-marks"))
                .forEach(round -> round.work().run());
    }
}
