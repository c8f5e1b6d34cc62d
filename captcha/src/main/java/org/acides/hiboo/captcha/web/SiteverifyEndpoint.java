package org.acides.hiboo.captcha.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.acides.hiboo.captcha.api.SiteKey;
import org.acides.hiboo.captcha.challenge.NotSolved;
import org.acides.hiboo.captcha.challenge.Proof;
import org.acides.hiboo.captcha.challenge.Solutions;
import org.acides.hiboo.captcha.site.SiteSecrets;
import org.acides.hiboo.infrastructure.api.Refused;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * What an application asks about a pass, as it would ask hCaptcha, reCAPTCHA or Turnstile: always answered with 200, success or
 * not, but for 503 when too much is being checked. {@code remoteip} is not even read.
 */
@RestController
class SiteverifyEndpoint {

    private static final int LONGEST_RESPONSE = 2_048;
    private static final int LONGEST_IDEMPOTENCY = 100;

    private final Solutions solutions;
    private final SiteSecrets secrets;
    private final SmallBody body;

    SiteverifyEndpoint(Solutions solutions, SiteSecrets secrets, SmallBody body) {
        this.solutions = solutions;
        this.secrets = secrets;
        this.body = body;
    }

    @PostMapping("/captcha/siteverify")
    ResponseEntity<?> verify(HttpServletRequest request) throws IOException {
        Optional<Map<String, String>> fields = body.read(request);
        if (fields.isEmpty()) return no("bad-request");
        String secret = fields.get().getOrDefault("secret", "");
        String response = fields.get().getOrDefault("response", "");
        String idempotency = fields.get().get("idempotency_key");
        List<String> missing = new ArrayList<>();
        if (secret.isEmpty()) missing.add("missing-input-secret");
        if (response.isEmpty()) missing.add("missing-input-response");
        if (!missing.isEmpty()) return no(missing.toArray(String[]::new));
        if (idempotency != null && (idempotency.isEmpty() || idempotency.length() > LONGEST_IDEMPOTENCY))
            return no("bad-request");
        Optional<SiteKey> site = secrets.siteOf(secret);
        if (site.isEmpty()) return no("invalid-input-secret");
        String named = fields.get().getOrDefault("sitekey", site.get().value());
        if (response.length() > LONGEST_RESPONSE || !named.equals(site.get().value()))
            return no("invalid-input-response");
        try {
            return yes(solutions.verify(site.get(), response, idempotency));
        } catch (NotSolved failed) {
            return switch (failed.reason()) {
                case EXPIRED, USED -> no("timeout-or-duplicate");
                default -> no("invalid-input-response");
            };
        } catch (Refused busy) {
            return Problems.busy();
        }
    }

    private static ResponseEntity<?> yes(Proof proof) {
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("success", true);
        said.put(
                "challenge_ts",
                DateTimeFormatter.ISO_INSTANT.format(proof.issued().truncatedTo(ChronoUnit.SECONDS)));
        said.put("hostname", proof.host());
        said.put("action", proof.action());
        if (!proof.cdata().isEmpty()) said.put("cdata", proof.cdata());
        said.put("error-codes", List.of());
        return answer(said);
    }

    private static ResponseEntity<?> no(String... codes) {
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("success", false);
        said.put("error-codes", List.of(codes));
        return answer(said);
    }

    private static ResponseEntity<?> answer(Map<String, Object> said) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(said);
    }
}
