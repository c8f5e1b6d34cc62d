package org.acides.hiboo.identity.migration.password;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.bcrypt.BCrypt;

/**
 * bcrypt in modular crypt format: PHP, Mastodon and all that stands on Devise, PeerTube, Flarum, Synapse, Drupal since 10.1.
 * Only the first 72 bytes of a password count.
 */
final class Bcrypt implements Family {

    /** Two seconds on a small machine. */
    private static final int MOST_COST = 15;

    private static final Pattern SHAPE = Pattern.compile("\\$2[aby]\\$([0-9]{2})\\$[./A-Za-z0-9]{53}");
    private static final String ALPHABET = "./ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private static final int SALT_ENDS = 28;

    @Override
    public @Nullable OldHash read(String stored) {
        return stored.startsWith("$2") ? of(stored) : null;
    }

    static OldHash of(String stored) {
        var shape = SHAPE.matcher(stored);
        if (!shape.matches()) throw Bytes.malformed();
        if (Bytes.number(shape.group(1), MOST_COST) < 4) throw Bytes.malformed();
        String hash = canonical(stored);
        return password -> BCrypt.checkpw(Bytes.utf8(password), hash);
    }

    /** The last letters of salt and digest hold bits that say nothing, which not every application left at zero. */
    private static String canonical(String stored) {
        StringBuilder hash = new StringBuilder(stored);
        clear(hash, SALT_ENDS, 0b110000);
        clear(hash, stored.length() - 1, 0b111100);
        return hash.toString();
    }

    private static void clear(StringBuilder hash, int place, int bits) {
        hash.setCharAt(place, ALPHABET.charAt(ALPHABET.indexOf(hash.charAt(place)) & bits));
    }
}
