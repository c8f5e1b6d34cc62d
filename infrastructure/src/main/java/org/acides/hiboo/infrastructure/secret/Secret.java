package org.acides.hiboo.infrastructure.secret;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * What a link, a cookie or a token holds: 256 random bits in 43 characters of base64url. So much chance is never guessed, and
 * its SHA-256, which is all that is kept of it, needs neither salt nor patience.
 */
public final class Secret {

    /** Characters of a fresh one. */
    public static final int LENGTH = 43;

    private static final SecureRandom RANDOM = new SecureRandom();

    private Secret() {}

    public static String fresh() {
        return text(bits());
    }

    /** 256 random bits. */
    public static byte[] bits() {
        byte[] bits = new byte[32];
        RANDOM.nextBytes(bits);
        return bits;
    }

    /** As base64url without padding. */
    public static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** The SHA-256 of any text, in UTF-8. */
    public static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
