package org.acides.hiboo.identity.migration.password;

import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Portable hashes of phpass: MD5 in WordPress ({@code $P$}) and phpBB ({@code $H$}), SHA-512 in Drupal ({@code $S$}), many
 * times over. With {@code U} in front, Drupal had only the MD5 of the password to hash, from before version 7.
 */
final class Phpass implements Family {

    private static final int MOST_LOG2 = 20;
    private static final String ALPHABET = "./0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final Pattern SHAPE = Pattern.compile("(U?)\\$(?:([PH])\\$[./0-9A-Za-z]{31}|S\\$[./0-9A-Za-z]{52})");

    @Override
    public @Nullable OldHash read(String stored) {
        int start = stored.startsWith("U$") ? 1 : 0;
        if (!stored.startsWith("$P$", start) && !stored.startsWith("$H$", start) && !stored.startsWith("$S$", start))
            return null;
        var shape = SHAPE.matcher(stored);
        if (!shape.matches()) throw Bytes.malformed();
        int log2 = ALPHABET.indexOf(stored.charAt(start + 3));
        if (log2 < 7) throw Bytes.malformed();
        if (log2 > MOST_LOG2) throw Bytes.tooCostly();
        String algorithm = shape.group(2) == null ? "SHA-512" : "MD5";
        byte[] salt = Bytes.utf8(stored.substring(start + 4, start + 12));
        byte[] expected = Bytes.utf8(stored.substring(start + 12));
        return password -> {
            String hashed = start == 1 ? md5(password) : password;
            byte[] made = stretch(algorithm, 1 << log2, salt, Bytes.utf8(hashed));
            return MessageDigest.isEqual(expected, Bytes.utf8(encode(made).substring(0, expected.length)));
        };
    }

    private static byte[] stretch(String algorithm, int times, byte[] salt, byte[] password) {
        MessageDigest digest = Bytes.digest(algorithm);
        digest.update(salt);
        byte[] value = digest.digest(password);
        for (int i = 0; i < times; i++) {
            digest.update(value);
            value = digest.digest(password);
        }
        return value;
    }

    private static String md5(String password) {
        return HexFormat.of().formatHex(Bytes.digest("MD5").digest(Bytes.utf8(password)));
    }

    /** Six bits a letter, of each three bytes the lowest first. */
    private static String encode(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < bytes.length; i += 3) {
            int value = 0;
            int count = Math.min(3, bytes.length - i);
            for (int j = 0; j < count; j++) value |= (bytes[i + j] & 0xff) << 8 * j;
            for (int j = 0; j <= count; j++) text.append(ALPHABET.charAt(value >> 6 * j & 0x3f));
        }
        return text.toString();
    }
}
