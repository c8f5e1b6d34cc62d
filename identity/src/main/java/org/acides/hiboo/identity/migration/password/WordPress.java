package org.acides.hiboo.identity.migration.password;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** WordPress since 6.8: bcrypt of an HMAC, so that more than 72 bytes count. Earlier ones are {@link Phpass}. */
final class WordPress implements Family {

    private static final String PREFIX = "$wp";
    private static final byte[] KEY = Bytes.utf8("wp-sha384");
    /** What PHP's trim takes away. */
    private static final Pattern AROUND = Pattern.compile("^[ \\t\\n\\r\\x00\\x0B]+|[ \\t\\n\\r\\x00\\x0B]+$");

    @Override
    public @Nullable OldHash read(String stored) {
        if (!stored.startsWith(PREFIX + "$")) return null;
        OldHash bcrypt = Bcrypt.of(stored.substring(PREFIX.length()));
        return password -> {
            String trimmed = AROUND.matcher(password).replaceAll("");
            return bcrypt.matches(Bytes.base64(Bytes.mac("HmacSHA384", KEY, Bytes.utf8(trimmed))));
        };
    }
}
