package org.acides.hiboo.identity.migration.password;

import de.mkammerer.argon2.Argon2Factory;
import de.mkammerer.argon2.Argon2Factory.Argon2Types;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Argon2i and Argon2id (RFC 9106) as PHC strings, checked by the reference library in C. */
final class Argon2 implements Family {

    private static final int MOST_KIB = 262_144;
    private static final int MOST_PASSES = 64;
    private static final int MOST_LANES = 16;
    /** Memory times passes, which is what takes the time: about two seconds. */
    private static final long MOST_WORK = 1_048_576;

    private static final Pattern SHAPE = Pattern.compile("\\$argon2(id?)(?:\\$v=(?:16|19))?"
            + "\\$m=([1-9][0-9]{0,9}),t=([1-9][0-9]{0,9}),p=([1-9][0-9]{0,9})"
            + "\\$([A-Za-z0-9+/]{11,86})\\$([A-Za-z0-9+/]{16,172})");

    @Override
    public @Nullable OldHash read(String stored) {
        return stored.startsWith("$argon2") ? of(stored) : null;
    }

    static OldHash of(String stored) {
        var shape = SHAPE.matcher(stored);
        if (!shape.matches()) throw Bytes.malformed();
        long kib = Bytes.number(shape.group(2), MOST_KIB);
        int passes = Bytes.number(shape.group(3), MOST_PASSES);
        int lanes = Bytes.number(shape.group(4), MOST_LANES);
        if (kib * passes > MOST_WORK) throw Bytes.tooCostly();
        if (kib < 8L * lanes || !canonical(shape.group(5)) || !canonical(shape.group(6))) throw Bytes.malformed();
        var argon2 = Argon2Factory.create(shape.group(1).equals("i") ? Argon2Types.ARGON2i : Argon2Types.ARGON2id);
        return password -> argon2.verify(stored, Bytes.utf8(password));
    }

    /** A PHC string of Argon2id. */
    static OldHash id(int kib, int passes, int lanes, byte[] salt, byte[] hash) {
        return of("$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s".formatted(kib, passes, lanes, unpadded(salt), unpadded(hash)));
    }

    /** The library takes no other way of writing the same bytes. */
    private static boolean canonical(String text) {
        return unpadded(Bytes.ofBase64(text)).equals(text);
    }

    private static String unpadded(byte[] bytes) {
        return Bytes.base64(bytes).replace("=", "");
    }
}
