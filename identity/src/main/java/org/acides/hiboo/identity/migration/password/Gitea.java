package org.acides.hiboo.identity.migration.password;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Gitea and Forgejo keep algorithm, salt and hash in three columns; a list joins them: {@code gitea:ALGORITHM:SALT:HASH}.
 * Without parameters, an algorithm has those it had before there were any.
 */
final class Gitea implements Family {

    private static final Pattern SHAPE = Pattern.compile(
            "gitea:([a-z0-9]{0,12})((?:\\$[0-9]{1,10}){0,4}):([^:]{10}|[0-9a-f]{16,128}):([^:]{32,256})");

    @Override
    public @Nullable OldHash read(String stored) {
        if (!stored.startsWith("gitea:")) return null;
        var shape = SHAPE.matcher(stored);
        if (!shape.matches()) throw Bytes.malformed();
        String[] given = shape.group(2).isEmpty()
                ? new String[0]
                : shape.group(2).substring(1).split("\\$", -1);
        String salt = shape.group(3);
        byte[] bytes = salt.length() == 10 ? Bytes.utf8(salt) : Bytes.ofHex(salt);
        String hash = shape.group(4);
        return switch (shape.group(1)) {
            case "", "pbkdf2" -> {
                String[] of = parameters(given, hash, "10000", "50");
                yield new Pbkdf2("sha256", of[0], bytes, Bytes.ofHex(hash));
            }
            case "scrypt" -> {
                String[] of = parameters(given, hash, "65536", "16", "2", "50");
                yield new Scrypt(of[0], of[1], of[2], bytes, Bytes.ofHex(hash));
            }
            case "argon2" -> {
                String[] of = parameters(given, hash, "2", "65536", "8", "50");
                yield Argon2.id(number(of[1]), number(of[0]), number(of[2]), bytes, Bytes.ofHex(hash));
            }
            case "bcrypt" -> Bcrypt.of(hash);
            default -> null;
        };
    }

    /** The last of them is how long the hash is, in bytes. */
    private static String[] parameters(String[] given, String hash, String... usual) {
        String[] of = given.length == 0 ? usual : given;
        if (of.length != usual.length || number(of[of.length - 1]) * 2L != hash.length()) throw Bytes.malformed();
        return of;
    }

    private static int number(String digits) {
        return Bytes.number(digits, Integer.MAX_VALUE);
    }
}
