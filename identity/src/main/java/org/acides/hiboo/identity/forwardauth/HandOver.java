package org.acides.hiboo.identity.forwardauth;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;

/**
 * Secrets that travel: 256 random bits in base64url. A code carries when it ends beside them; of code and cookie alike,
 * the database has the SHA-256, so that a code with another end is no code.
 */
final class HandOver {

    static final int COOKIE_LENGTH = 43;
    static final int CODE_LENGTH = 54;

    private static final SecureRandom RANDOM = new SecureRandom();

    private HandOver() {}

    static String cookie() {
        return text(random());
    }

    static String code(Instant ends) {
        return text(ByteBuffer.allocate(40)
                .put(random())
                .putLong(ends.getEpochSecond())
                .array());
    }

    /** Whether it is a code, whoever made it, whose end has not come. */
    static boolean holds(String code, Instant now) {
        if (code.length() != CODE_LENGTH) return false;
        try {
            long ends = ByteBuffer.wrap(Base64.getUrlDecoder().decode(code)).getLong(32);
            return now.getEpochSecond() < ends;
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
    }

    static byte[] hash(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] random() {
        byte[] bits = new byte[32];
        RANDOM.nextBytes(bits);
        return bits;
    }
}
