package org.acides.hiboo.identity.forwardauth;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Base64;
import org.acides.hiboo.infrastructure.secret.Secret;

/**
 * Secrets that travel: 256 random bits in base64url. A code carries when it ends beside them; of code and cookie alike,
 * the database has the SHA-256, so that a code with another end is no code.
 */
final class HandOver {

    static final int CODE_LENGTH = 54;

    private HandOver() {}

    static String code(Instant ends) {
        return Secret.text(ByteBuffer.allocate(40)
                .put(Secret.bits())
                .putLong(ends.getEpochSecond())
                .array());
    }

    /** Whether it is a code, whoever made it, whose end has not come. */
    static boolean holds(String code, Instant now) {
        if (code.length() != CODE_LENGTH) return false;
        try {
            long ends = ByteBuffer.wrap(Base64.getUrlDecoder().decode(code)).getLong(32);
            return now.getEpochSecond() < ends;
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
    }
}
