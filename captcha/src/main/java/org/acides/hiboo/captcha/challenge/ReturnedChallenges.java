package org.acides.hiboo.captcha.challenge;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import org.acides.hiboo.captcha.api.SiteKey;
import org.acides.hiboo.captcha.kind.ChallengeKind;
import org.acides.hiboo.captcha.kind.Posed;
import org.acides.hiboo.captcha.pressure.Pressure;
import org.acides.hiboo.captcha.site.KnownSite;
import org.acides.hiboo.captcha.site.Sites;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads what comes back and refuses what is not ours, all from memory: a flood of forgeries reaches neither the database nor
 * a costly function. Every parameter is signed, so that each is as it was posed, or none counts.
 */
@Component
class ReturnedChallenges {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Sites sites;
    private final Kinds kinds;
    private final Keys keys;
    private final Answers answers;
    private final Lifetime lifetime;
    private final Pressure pressure;

    ReturnedChallenges(Sites sites, Kinds kinds, Keys keys, Answers answers, Lifetime lifetime, Pressure pressure) {
        this.sites = sites;
        this.kinds = kinds;
        this.keys = keys;
        this.answers = answers;
        this.lifetime = lifetime;
        this.pressure = pressure;
    }

    /**
     * @param payload base64 of JSON: challenge and solution, as ALTCHA's widgets send it
     * @throws NotSolved for every reason but {@code USED}
     */
    Returned read(String payload) {
        JsonNode all = CanonicalJson.read(decoded(payload));
        JsonNode parameters = all.path("challenge").path(Challenges.PARAMETERS);
        JsonNode data = parameters.path("data");
        if (!data.isObject()) throw new NotSolved(NotSolved.Reason.MALFORMED);
        KnownSite site = site(data);
        String kind = text(data, "kind");
        try {
            if (!site.settings().kinds().contains(kind)) throw new NotSolved(NotSolved.Reason.FOREIGN);
            return read(site, kind, all, parameters, data);
        } catch (NotSolved failed) {
            if (site.settings().kinds().contains(kind)) pressure.failed(site.siteId(), kind);
            throw failed;
        }
    }

    private Returned read(KnownSite site, String name, JsonNode all, JsonNode parameters, JsonNode data) {
        Instant issued = issued(parameters.path("expiresAt"));
        lifetime.require(issued, Lifetime.CHALLENGE);
        String expected = keys.sign(Keys.Purpose.CHALLENGE, issued, CanonicalJson.of(parameters));
        String given = text(all.path("challenge"), Challenges.SIGNATURE);
        if (!MessageDigest.isEqual(
                expected.getBytes(StandardCharsets.US_ASCII), given.getBytes(StandardCharsets.UTF_8)))
            throw new NotSolved(NotSolved.Reason.FORGED);

        ChallengeKind kind = kinds.find(name).orElseThrow(() -> new NotSolved(NotSolved.Reason.FOREIGN));
        Posed posed = posed(parameters);
        JsonNode solution = all.path("solution");
        if (!solution.isObject()) throw new NotSolved(NotSolved.Reason.MALFORMED);
        if (!kind.plausible(posed, solution)) throw new NotSolved(NotSolved.Reason.WRONG);
        Proof proof = new Proof(
                site.siteKey(),
                name,
                text(data, "action"),
                data.path("cdata").asString(""),
                text(data, "host"),
                HexFormat.of().parseHex(text(parameters, "nonce")),
                issued,
                issued.plus(Lifetime.CHALLENGE));
        return new Returned(site, kind, posed, proof, solution);
    }

    private KnownSite site(JsonNode data) {
        String key = text(data, "site");
        if (!SiteKey.isWellFormed(key)) throw new NotSolved(NotSolved.Reason.MALFORMED);
        return sites.find(new SiteKey(key)).orElseThrow(() -> new NotSolved(NotSolved.Reason.FOREIGN));
    }

    /** Only of parameters whose signature was checked. */
    private Posed posed(JsonNode parameters) {
        Map<String, Object> all = JSON.convertValue(parameters, new TypeReference<>() {});
        String answer = null;
        if (all.get("answer") instanceof String sealed)
            answer = answers.shownBy(sealed)
                    .orElseThrow(() -> new NotSolved(NotSolved.Reason.EXPIRED))
                    .answer();
        return new Posed(all, answer, Map.of());
    }

    private static Instant issued(JsonNode expiresAt) {
        if (!expiresAt.isIntegralNumber() || !expiresAt.canConvertToLong())
            throw new NotSolved(NotSolved.Reason.MALFORMED);
        try {
            return Instant.ofEpochSecond(expiresAt.longValue()).minus(Lifetime.CHALLENGE);
        } catch (DateTimeException | ArithmeticException beyondTime) {
            throw new NotSolved(NotSolved.Reason.MALFORMED);
        }
    }

    private static String text(JsonNode object, String name) {
        JsonNode value = object.path(name);
        if (!value.isString()) throw new NotSolved(NotSolved.Reason.MALFORMED);
        return value.stringValue();
    }

    private static byte[] decoded(String payload) {
        try {
            return Base64.getDecoder().decode(payload);
        } catch (IllegalArgumentException noBase64) {
            throw new NotSolved(NotSolved.Reason.MALFORMED);
        }
    }
}
