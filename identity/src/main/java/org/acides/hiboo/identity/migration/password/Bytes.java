package org.acides.hiboo.identity.migration.password;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.acides.hiboo.infrastructure.api.Refused;

/** Bytes of texts, and digests of bytes. */
final class Bytes {

    private Bytes() {}

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** @param algorithm one that every JDK has */
    static MessageDigest digest(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @param algorithm one that every JDK has */
    static byte[] mac(String algorithm, byte[] key, byte[] message) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(key, algorithm));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /**
     * With padding or without.
     *
     * @throws Refused {@code hash.malformed}
     */
    static byte[] ofBase64(String text) {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw malformed();
        }
    }

    /** @throws Refused {@code hash.malformed} */
    static byte[] ofHex(String text) {
        try {
            return HexFormat.of().parseHex(text);
        } catch (IllegalArgumentException e) {
            throw malformed();
        }
    }

    /**
     * A number of a pattern's group, of at most ten digits.
     *
     * @throws Refused {@code hash.too-costly} beyond the most
     */
    static int number(String digits, long most) {
        long value = Long.parseLong(digits);
        if (value > most) throw tooCostly();
        return Math.toIntExact(value);
    }

    static Refused malformed() {
        return new Refused("hash.malformed");
    }

    static Refused tooCostly() {
        return new Refused("hash.too-costly");
    }
}
