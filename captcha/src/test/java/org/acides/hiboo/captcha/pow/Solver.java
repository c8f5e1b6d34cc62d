package org.acides.hiboo.captcha.pow;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A visitor's machine: it does the work, or pretends to. */
public final class Solver {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HexFormat HEX = HexFormat.of();

    private Solver() {}

    /** The payload that ALTCHA's widget sends for a challenge. */
    public static String solve(JsonNode challenge) {
        Map<String, Object> parameters =
                JSON.convertValue(challenge.path("parameters"), new TypeReference<Map<String, Object>>() {});
        String prefix = parameters.get("keyPrefix").toString();
        for (int counter = 0; ; counter++) {
            String key = HEX.formatHex(key(parameters, counter));
            if (key.startsWith(prefix)) return payload(challenge, counter, key);
        }
    }

    /** Derives nothing but the key of one counter. */
    public static byte[] key(Map<String, Object> parameters, long counter) {
        byte[] nonce = HEX.parseHex(parameters.get("nonce").toString());
        byte[] password = ByteBuffer.allocate(nonce.length + 4)
                .put(nonce)
                .putInt((int) counter)
                .array();
        Derivation derivation = parameters.get("algorithm").equals("ARGON2ID") ? new Argon2id() : new Pbkdf2();
        return derivation.derive(
                parameters, password, HEX.parseHex(parameters.get("salt").toString()));
    }

    public static String payload(JsonNode challenge, Object counter, String derivedKey) {
        Map<String, Object> solution = new LinkedHashMap<>();
        solution.put("counter", counter);
        solution.put("derivedKey", derivedKey);
        solution.put("time", 12.5);
        ObjectNode sent = ((ObjectNode) challenge).deepCopy();
        sent.remove("shown");
        return encoded(Map.of("challenge", sent, "solution", solution));
    }

    public static String encoded(Object payload) {
        return Base64.getEncoder()
                .encodeToString(JSON.writeValueAsString(payload).getBytes(StandardCharsets.UTF_8));
    }
}
