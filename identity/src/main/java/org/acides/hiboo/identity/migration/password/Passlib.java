package org.acides.hiboo.identity.migration.password;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What Passlib writes in ways of its own: PBKDF2, scrypt, and bcrypt over SHA-256. Python applications without Django. */
final class Passlib implements Family {

    private static final Pattern PBKDF2 = Pattern.compile(
            "\\$pbkdf2(-sha256|-sha512)?\\$([1-9][0-9]{0,9})" + "\\$([A-Za-z0-9./]{1,128})\\$([A-Za-z0-9./]{20,180})");
    private static final Pattern SCRYPT = Pattern.compile("\\$scrypt\\$ln=([1-9][0-9]?),r=([0-9]{1,10}),p=([0-9]{1,10})"
            + "\\$([A-Za-z0-9+/]{1,128})\\$([A-Za-z0-9+/]{20,180})");
    private static final Pattern BCRYPT = Pattern.compile(
            "\\$bcrypt-sha256\\$(v=2,t=)?(2[ab]),(?:r=)?([0-9]{1,2})" + "\\$([./A-Za-z0-9]{22})\\$([./A-Za-z0-9]{31})");

    @Override
    public @Nullable OldHash read(String stored) {
        if (stored.startsWith("$pbkdf2") && !stored.contains("$i=")) return pbkdf2(stored);
        if (stored.startsWith("$scrypt$")) return scrypt(stored);
        if (stored.startsWith("$bcrypt-sha256$")) return bcrypt(stored);
        return null;
    }

    private static OldHash pbkdf2(String stored) {
        var shape = PBKDF2.matcher(stored);
        if (!shape.matches()) throw Bytes.malformed();
        String digest = shape.group(1) == null ? "sha1" : shape.group(1).substring(1);
        return new Pbkdf2(digest, shape.group(2), adapted(shape.group(3)), adapted(shape.group(4)));
    }

    /** Base 64 without padding, with a dot for the plus. */
    private static byte[] adapted(String text) {
        return Bytes.ofBase64(text.replace('.', '+'));
    }

    private static OldHash scrypt(String stored) {
        var shape = SCRYPT.matcher(stored);
        if (!shape.matches()) throw Bytes.malformed();
        String n = Long.toString(1L << Bytes.number(shape.group(1), 30));
        byte[] salt = Bytes.ofBase64(shape.group(4));
        return new Scrypt(n, shape.group(2), shape.group(3), salt, Bytes.ofBase64(shape.group(5)));
    }

    /** The second version keys the digest with the salt as it is written. */
    private static OldHash bcrypt(String stored) {
        var shape = BCRYPT.matcher(stored);
        if (!shape.matches()) throw Bytes.malformed();
        String salt = shape.group(4);
        int cost = Bytes.number(shape.group(3), 99);
        OldHash bcrypt = Bcrypt.of("$%s$%02d$%s%s".formatted(shape.group(2), cost, salt, shape.group(5)));
        if (shape.group(1) == null)
            return password ->
                    bcrypt.matches(Bytes.base64(Bytes.digest("SHA-256").digest(Bytes.utf8(password))));
        return password ->
                bcrypt.matches(Bytes.base64(Bytes.mac("HmacSHA256", Bytes.utf8(salt), Bytes.utf8(password))));
    }
}
