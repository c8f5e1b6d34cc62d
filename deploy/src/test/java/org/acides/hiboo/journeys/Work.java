package org.acides.hiboo.journeys;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLConnection;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Proofs of work, as a visitor's machine makes them: PBKDF2 in ALTCHA's second format, one block of SHA-256. */
final class Work {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int PATIENCE = 30_000;
    private static final HexFormat HEX = HexFormat.of();

    private Work() {}

    /** Asks for a challenge and does the work; what comes is what a widget sends. */
    static String of(RunningHiboo hiboo, String siteKey, String action) {
        try {
            URLConnection asked = hiboo.at("/captcha/challenge?kind=pow&sitekey=" + siteKey + "&action=" + action)
                    .toURL()
                    .openConnection();
            asked.setConnectTimeout(PATIENCE);
            asked.setReadTimeout(PATIENCE);
            try (InputStream answer = asked.getInputStream()) {
                return solve(JSON.readTree(answer));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    static String solve(JsonNode challenge) throws GeneralSecurityException {
        JsonNode parameters = challenge.path("parameters");
        byte[] nonce = HEX.parseHex(parameters.path("nonce").asString());
        byte[] salt = HEX.parseHex(parameters.path("salt").asString());
        int cost = parameters.path("cost").asInt();
        String prefix = parameters.path("keyPrefix").asString();
        for (int counter = 0; ; counter++) {
            byte[] password = ByteBuffer.allocate(nonce.length + 4)
                    .put(nonce)
                    .putInt(counter)
                    .array();
            String key = HEX.formatHex(derived(password, salt, cost));
            if (key.startsWith(prefix))
                return Base64.getEncoder()
                        .encodeToString(JSON.writeValueAsString(Map.of(
                                        "challenge",
                                        Map.of("parameters", parameters, "signature", challenge.path("signature")),
                                        "solution",
                                        Map.of("counter", counter, "derivedKey", key, "time", 1)))
                                .getBytes(StandardCharsets.UTF_8));
        }
    }

    private static byte[] derived(byte[] password, byte[] salt, int cost) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(password, "HmacSHA256"));
        mac.update(salt);
        byte[] round = mac.doFinal(new byte[] {0, 0, 0, 1});
        byte[] all = round.clone();
        for (int i = 1; i < cost; i++) {
            round = mac.doFinal(round);
            for (int at = 0; at < all.length; at++) all[at] ^= round[at];
        }
        return all;
    }
}
