package org.acides.hiboo.identity.migration.password;

import java.security.MessageDigest;
import java.util.regex.Pattern;
import org.apache.commons.codec.digest.Sha2Crypt;
import org.jspecify.annotations.Nullable;

/** crypt(3) with SHA-256 or SHA-512: system accounts, and directories that hold such. */
final class UnixCrypt implements Family {

    /** Passlib makes 656,000. */
    private static final int MOST_ROUNDS = 1_000_000;

    private static final Pattern SHAPE =
            Pattern.compile("(\\$[56]\\$(?:rounds=([1-9][0-9]{3,9})\\$)?[./A-Za-z0-9]{1,16})"
                    + "\\$([./A-Za-z0-9]{43}|[./A-Za-z0-9]{86})");

    @Override
    public @Nullable OldHash read(String stored) {
        return stored.startsWith("$5$") || stored.startsWith("$6$") ? of(stored) : null;
    }

    private static OldHash of(String stored) {
        var shape = SHAPE.matcher(stored);
        boolean longer = stored.startsWith("$6$");
        if (!shape.matches() || (shape.group(3).length() == 86) != longer) throw Bytes.malformed();
        if (shape.group(2) != null) Bytes.number(shape.group(2), MOST_ROUNDS);
        String salt = shape.group(1) + "$";
        return password -> {
            byte[] bytes = Bytes.utf8(password);
            String made = longer ? Sha2Crypt.sha512Crypt(bytes, salt) : Sha2Crypt.sha256Crypt(bytes, salt);
            return MessageDigest.isEqual(Bytes.utf8(made), Bytes.utf8(stored));
        };
    }
}
