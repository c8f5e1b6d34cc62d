package org.acides.hiboo.identity.migration.password;

import java.util.HexFormat;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Django: the name of a hasher, then what that hasher wrote, without a {@code $} in front. */
final class Django implements Family {

    private static final Pattern PBKDF2 =
            Pattern.compile("pbkdf2_(sha1|sha256)\\$([0-9]{1,10})\\$([^$]{1,128})\\$([A-Za-z0-9+/=]{20,180})");
    private static final Pattern SCRYPT = Pattern.compile(
            "scrypt\\$([0-9]{1,10})\\$([^$]{1,128})\\$([0-9]{1,10})\\$([0-9]{1,10})\\$([A-Za-z0-9+/=]{20,180})");

    @Override
    public @Nullable OldHash read(String stored) {
        int end = stored.indexOf('$');
        if (end < 1) return null;
        String rest = stored.substring(end + 1);
        return switch (stored.substring(0, end)) {
            case "pbkdf2_sha256", "pbkdf2_sha1" -> pbkdf2(stored);
            case "scrypt" -> scrypt(stored);
            case "argon2" -> Argon2.of("$" + rest);
            case "bcrypt" -> Bcrypt.of(rest);
            case "bcrypt_sha256" -> ofDigest(Bcrypt.of(rest));
            default -> null;
        };
    }

    private static OldHash pbkdf2(String stored) {
        var shape = PBKDF2.matcher(stored);
        if (!shape.matches()) throw Bytes.malformed();
        byte[] salt = Bytes.utf8(shape.group(3));
        return new Pbkdf2(shape.group(1), shape.group(2), salt, Bytes.ofBase64(shape.group(4)));
    }

    private static OldHash scrypt(String stored) {
        var shape = SCRYPT.matcher(stored);
        if (!shape.matches()) throw Bytes.malformed();
        byte[] salt = Bytes.utf8(shape.group(2));
        return new Scrypt(shape.group(1), shape.group(3), shape.group(4), salt, Bytes.ofBase64(shape.group(5)));
    }

    private static OldHash ofDigest(OldHash bcrypt) {
        return password ->
                bcrypt.matches(HexFormat.of().formatHex(Bytes.digest("SHA-256").digest(Bytes.utf8(password))));
    }
}
