package org.acides.hiboo.identity.migration.password;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Discourse keeps algorithm, salt and hash in three columns; a list joins them:
 * {@code $pbkdf2-sha256$i=600000,l=32$SALT$HASH}. The salt counts as it is written, not as what its hexadecimals mean.
 */
final class Discourse implements Family {

    private static final Pattern SHAPE =
            Pattern.compile("\\$pbkdf2-sha256\\$i=([1-9][0-9]{0,9}),l=32\\$([A-Za-z0-9+/=_-]{1,128})\\$([0-9a-f]{64})");

    @Override
    public @Nullable OldHash read(String stored) {
        if (!stored.startsWith("$pbkdf2-sha256$i=")) return null;
        var shape = SHAPE.matcher(stored);
        if (!shape.matches()) throw Bytes.malformed();
        return new Pbkdf2("sha256", shape.group(1), Bytes.utf8(shape.group(2)), Bytes.ofHex(shape.group(3)));
    }
}
