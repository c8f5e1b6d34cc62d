package org.acides.hiboo.identity.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/** The secret part of a link: 43 characters of base64url, 256 bits, of which only the SHA-256 is kept. */
public final class Secret {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int LENGTH = 43;

    private Secret() {}

    public static String fresh() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Of a text that is no secret, too: it is the digest of none. */
    public static byte[] digest(String secret) {
        try {
            String text = secret.length() == LENGTH ? secret : "";
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
