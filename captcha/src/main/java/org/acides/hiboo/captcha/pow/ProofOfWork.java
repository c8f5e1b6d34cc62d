package org.acides.hiboo.captcha.pow;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.acides.hiboo.captcha.kind.Asked;
import org.acides.hiboo.captcha.kind.ChallengeKind;
import org.acides.hiboo.captcha.kind.Posed;
import org.acides.hiboo.infrastructure.api.Keyring;
import tools.jackson.databind.JsonNode;

/**
 * Proof of work as ALTCHA's widgets do it (wire format v2): find the counter that, appended to the nonce as a big-endian
 * uint32, derives a key with a given beginning. {@code keySignature} signs, under a key of its own, what the key must begin
 * with; the beginning, and that the counter derives the key, is checked besides (ADR 141).
 */
final class ProofOfWork implements ChallengeKind {

    private static final String KEY = "captcha.key-beginnings";
    private static final int KEY_BYTES = 32;
    private static final int SALT_BYTES = 16;
    private static final long LARGEST_COUNTER = 0xffff_ffffL;
    private static final Pattern DERIVED_KEY = Pattern.compile("[0-9a-f]{64}");
    private static final HexFormat HEX = HexFormat.of();
    private static final SecureRandom RANDOM = new SecureRandom();

    private final String name;
    private final Derivation derivation;
    private final Keyring keyring;

    ProofOfWork(String name, Derivation derivation, Keyring keyring) {
        this.name = name;
        this.derivation = derivation;
        this.keyring = keyring;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean isWork() {
        return true;
    }

    @Override
    public Posed pose(Asked asked) {
        byte[] random = new byte[SALT_BYTES + KEY_BYTES];
        RANDOM.nextBytes(random);
        String digits = HEX.formatHex(random);
        int difficulty = Math.min(asked.difficulty(), derivation.hardest());
        Map<String, Object> parameters = new TreeMap<>(derivation.cost(difficulty));
        parameters.put("algorithm", derivation.algorithm());
        parameters.put("keyLength", KEY_BYTES);
        parameters.put("salt", digits.substring(0, 2 * SALT_BYTES));
        parameters.put("keyPrefix", digits.substring(2 * SALT_BYTES).substring(0, derivation.digits(difficulty)));
        parameters.put("keySignature", beginning(parameters));
        return new Posed(parameters, null, Map.of());
    }

    @Override
    public boolean plausible(Posed posed, JsonNode solution) {
        JsonNode counter = solution.path("counter");
        String key = solution.path("derivedKey").asString("");
        return counter.isIntegralNumber()
                && counter.canConvertToLong()
                && counter.longValue() >= 0
                && counter.longValue() <= LARGEST_COUNTER
                && DERIVED_KEY.matcher(key).matches()
                && key.startsWith(text(posed, "keyPrefix"))
                && MessageDigest.isEqual(ascii(text(posed, "keySignature")), ascii(beginning(posed.parameters())));
    }

    @Override
    public boolean solved(Posed posed, JsonNode solution) {
        if (!plausible(posed, solution)) return false;
        byte[] nonce = HEX.parseHex(text(posed, "nonce"));
        byte[] password = ByteBuffer.allocate(nonce.length + Integer.BYTES)
                .put(nonce)
                .putInt((int) solution.path("counter").longValue())
                .array();
        byte[] key = derivation.derive(posed.parameters(), password, HEX.parseHex(text(posed, "salt")));
        return MessageDigest.isEqual(
                key, HEX.parseHex(solution.path("derivedKey").stringValue()));
    }

    private String beginning(Map<String, Object> parameters) {
        String signed = derivation.algorithm() + " " + parameters.get("salt") + " " + parameters.get("keyPrefix");
        return HEX.formatHex(keyring.mac(KEY, ascii(signed)));
    }

    private static String text(Posed posed, String parameter) {
        return String.valueOf(posed.parameters().get(parameter));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
