package org.acides.hiboo.captcha.pow;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * PBKDF2 with HMAC-SHA-256 (RFC 8018 §5.2), one block of 32 bytes. The JDK's own takes a password of characters, and here it is
 * bytes of any kind.
 */
final class Pbkdf2 implements Derivation {

    private static final String HMAC = "HmacSHA256";
    private static final int LEAST_COST = 1_000;

    /** So many difficulties differ by cost before a digit more takes its place: 16 times the keys is four doublings. */
    private static final int STEPS = 4;

    private static final int LEAST_DIGITS = 2;

    @Override
    public String algorithm() {
        return "PBKDF2/SHA-256";
    }

    /** From 1,000 to 8,000 rounds, so that one check takes us some milliseconds at most. */
    @Override
    public Map<String, Object> cost(int difficulty) {
        return Map.of("cost", LEAST_COST << (difficulty - 1) % STEPS);
    }

    @Override
    public int digits(int difficulty) {
        return LEAST_DIGITS + (difficulty - 1) / STEPS;
    }

    @Override
    public int hardest() {
        return 10;
    }

    @Override
    public byte[] derive(Map<String, Object> parameters, byte[] password, byte[] salt) {
        return derive(Derivation.number(parameters, "cost"), password, salt);
    }

    static byte[] derive(int rounds, byte[] password, byte[] salt) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(password, HMAC));
            byte[] last = mac.doFinal(ByteBuffer.allocate(salt.length + Integer.BYTES)
                    .put(salt)
                    .putInt(1)
                    .array());
            byte[] key = last.clone();
            for (int round = 1; round < rounds; round++) {
                mac.update(last);
                mac.doFinal(last, 0);
                for (int i = 0; i < key.length; i++) key[i] ^= last[i];
            }
            return key;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
