package org.acides.hiboo.captcha.challenge;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was used, until it would have ended by itself. Of any number who use one thing at once, the database lets one. */
@Component
class UsedMarks {

    static final int NONCE_BYTES = 16;

    private final JdbcClient jdbc;

    UsedMarks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Uses it up.
     *
     * @param nonce of a challenge or a pass
     * @param idempotency what the caller repeats a call under: of a repetition, it is let through again; null for once only
     * @return whether this call used it up, rather than repeat one that had
     * @throws NotSolved {@code USED}
     */
    boolean use(byte[] nonce, Instant expiresAt, @Nullable String idempotency) {
        byte[] key = idempotency == null ? null : digest(idempotency);
        int first = jdbc.sql("INSERT INTO captcha.used_mark (nonce, expires_at, idempotency) VALUES (?, ?, ?)"
                        + " ON CONFLICT (nonce) DO NOTHING")
                .params(nonce, expiresAt.atOffset(ZoneOffset.UTC), key)
                .update();
        if (first == 0 && (key == null || !isRepeated(nonce, key))) throw new NotSolved(NotSolved.Reason.USED);
        return first > 0;
    }

    /** It was used up, and then could not be judged. */
    void forgive(byte[] nonce) {
        jdbc.sql("DELETE FROM captcha.used_mark WHERE nonce = ?").param(nonce).update();
    }

    /** Drops what would be refused by its age alone. */
    void forget(Instant now) {
        jdbc.sql("DELETE FROM captcha.used_mark WHERE expires_at < ?")
                .param(now.atOffset(ZoneOffset.UTC))
                .update();
    }

    private boolean isRepeated(byte[] nonce, byte[] key) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM captcha.used_mark WHERE nonce = ? AND idempotency = ?)")
                .params(nonce, key)
                .query(Boolean.class)
                .single();
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
