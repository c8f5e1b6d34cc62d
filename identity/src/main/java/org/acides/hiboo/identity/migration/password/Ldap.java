package org.acides.hiboo.identity.migration.password;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A directory's {@code userPassword} (RFC 2307 §5.3), and Dovecot's: a scheme in braces, then a salted SHA digest in base 64,
 * or a hash of crypt(3), bcrypt or Argon2.
 */
final class Ldap implements Family {

    private static final Pattern SHAPE = Pattern.compile("\\{([A-Za-z0-9-]{1,20})}(.{1,800})");
    private static final int LONGEST_SALT = 64;
    private static final List<Family> CRYPT = List.of(new UnixCrypt(), new Bcrypt(), new Argon2());

    @Override
    public @Nullable OldHash read(String stored) {
        if (!stored.matches("(?s)\\{[A-Za-z0-9-].*")) return null;
        var shape = SHAPE.matcher(stored);
        if (!shape.matches()) throw Bytes.malformed();
        String value = shape.group(2);
        return switch (shape.group(1).toUpperCase(Locale.ROOT)) {
            case "SHA" -> digest("SHA-1", 20, value, false);
            case "SHA256" -> digest("SHA-256", 32, value, false);
            case "SHA512" -> digest("SHA-512", 64, value, false);
            case "SSHA" -> digest("SHA-1", 20, value, true);
            case "SSHA256" -> digest("SHA-256", 32, value, true);
            case "SSHA512" -> digest("SHA-512", 64, value, true);
            case "CRYPT", "SHA256-CRYPT", "SHA512-CRYPT", "BLF-CRYPT", "ARGON2", "ARGON2I", "ARGON2ID" -> crypt(value);
            default -> null;
        };
    }

    private static @Nullable OldHash crypt(String value) {
        for (Family family : CRYPT) {
            OldHash hash = family.read(value);
            if (hash != null) return hash;
        }
        return null;
    }

    private static OldHash digest(String algorithm, int length, String value, boolean salted) {
        byte[] bytes = Bytes.ofBase64(value);
        int salt = bytes.length - length;
        if (salted ? salt < 1 || salt > LONGEST_SALT : salt != 0) throw Bytes.malformed();
        byte[] expected = Arrays.copyOf(bytes, length);
        return password -> {
            MessageDigest digest = Bytes.digest(algorithm);
            digest.update(Bytes.utf8(password));
            digest.update(bytes, length, salt);
            return MessageDigest.isEqual(expected, digest.digest());
        };
    }
}
