package org.acides.hiboo.identity.migration.password;

import org.jspecify.annotations.Nullable;

/** Nextcloud and ownCloud: the number of a version, a bar, then bcrypt (1), Argon2i (2) or Argon2id (3) by PHP. */
final class Nextcloud implements Family {

    @Override
    public @Nullable OldHash read(String stored) {
        if (stored.startsWith("1|")) return Bcrypt.of(stored.substring(2));
        if (stored.startsWith("2|") || stored.startsWith("3|")) return Argon2.of(stored.substring(2));
        return null;
    }
}
