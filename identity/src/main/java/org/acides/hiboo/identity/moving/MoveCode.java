package org.acides.hiboo.identity.moving;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Locale;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** What opens a bundle: 150 random bits in base 32, shown once, typed or pasted in groups of five. It is kept nowhere. */
final class MoveCode {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz234567";
    private static final int GROUPS = 6;
    private static final int GROUP = 5;

    private MoveCode() {}

    static String fresh() {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < GROUPS * GROUP; i++) {
            if (i > 0 && i % GROUP == 0) code.append('-');
            code.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return code.toString();
    }

    /** The code is as random as a key is: it needs no slow derivation. Case, hyphens and blanks do not matter. */
    static SecretKey key(String typed) {
        String code = typed.toLowerCase(Locale.ROOT).replaceAll("[^a-z2-7]", "");
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(("hiboo move 1 " + code).getBytes(StandardCharsets.US_ASCII));
            return new SecretKeySpec(digest, "AES");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
