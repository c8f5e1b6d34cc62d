package org.acides.hiboo.infrastructure.api;

import java.util.Objects;
import java.util.UUID;

/**
 * A personal value that only the holder of its subject's data key can read. Safe to store, copy and publish: once the
 * subject's key is destroyed, nobody can open it again.
 *
 * <p>JSON: {@code {"subject":"…uuid…","box":"…"}}.
 *
 * @param subject whose key seals it; chosen so that two values which must not be linked never share one
 * @param box base64url without padding of a version byte, a 12-byte nonce, AES-256-GCM ciphertext and 16-byte tag
 * @param <T> the type of what is inside: a record, a string, or an identifier
 */
@SuppressWarnings("unused") // T is a phantom: it tells the reader what opening yields
public record Sealed<T>(UUID subject, String box) {

    public Sealed {
        Objects.requireNonNull(subject);
        Objects.requireNonNull(box);
    }

    /** Never shows the box: it would only make a log longer. */
    @Override
    public String toString() {
        return "Sealed[" + subject + "]";
    }
}
