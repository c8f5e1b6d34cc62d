package org.acides.hiboo.captcha.challenge;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.acides.hiboo.captcha.api.SiteKey;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Passes: what they say in base64url of JSON, a dot, and the signature. Nothing of a pass is kept before it is used; at
 * most 1,000 characters.
 */
@Component
class Passes {

    private static final int LONGEST = 2_048;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Keys keys;
    private final Lifetime lifetime;

    Passes(Keys keys, Lifetime lifetime) {
        this.keys = keys;
        this.lifetime = lifetime;
    }

    static boolean looksLikeOne(String text) {
        return text.indexOf('.') >= 0;
    }

    String issue(Proof solved) {
        byte[] nonce = new byte[UsedMarks.NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        Instant now = lifetime.now();
        Map<String, Object> said = new TreeMap<>();
        said.put("a", solved.action());
        said.put("c", solved.cdata());
        said.put("h", solved.host());
        said.put("k", solved.kind());
        said.put("n", HexFormat.of().formatHex(nonce));
        said.put("s", solved.site().value());
        said.put("t", now.toEpochMilli());
        String body = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(CanonicalJson.of(said).getBytes(StandardCharsets.UTF_8));
        return body + "." + keys.sign(Keys.Purpose.PASS, now, body);
    }

    /** @throws NotSolved {@code MALFORMED}, {@code EXPIRED}, {@code FUTURE} or {@code FORGED} */
    Proof read(String pass) {
        int dot = pass.indexOf('.');
        if (pass.length() > LONGEST || dot < 0) throw new NotSolved(NotSolved.Reason.MALFORMED);
        String body = pass.substring(0, dot);
        JsonNode said = CanonicalJson.read(decoded(body));
        JsonNode time = said.path("t");
        if (!time.isIntegralNumber() || !time.canConvertToLong()) throw new NotSolved(NotSolved.Reason.MALFORMED);
        Instant issued = Instant.ofEpochMilli(time.longValue());
        lifetime.require(issued, Lifetime.PASS);
        byte[] expected = keys.sign(Keys.Purpose.PASS, issued, body).getBytes(StandardCharsets.US_ASCII);
        if (!MessageDigest.isEqual(expected, pass.substring(dot + 1).getBytes(StandardCharsets.UTF_8)))
            throw new NotSolved(NotSolved.Reason.FORGED);
        return new Proof(
                new SiteKey(said.path("s").stringValue()),
                said.path("k").stringValue(),
                said.path("a").stringValue(),
                said.path("c").stringValue(),
                said.path("h").stringValue(),
                HexFormat.of().parseHex(said.path("n").stringValue()),
                issued,
                issued.plus(Lifetime.PASS));
    }

    private static byte[] decoded(String body) {
        try {
            return Base64.getUrlDecoder().decode(body);
        } catch (IllegalArgumentException noBase64) {
            throw new NotSolved(NotSolved.Reason.MALFORMED);
        }
    }
}
