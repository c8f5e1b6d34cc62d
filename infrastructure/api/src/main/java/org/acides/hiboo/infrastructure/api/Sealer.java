package org.acides.hiboo.infrastructure.api;

import java.util.Optional;
import java.util.UUID;

/** Seals and opens personal values under one data key a subject, and destroys such keys. */
public interface Sealer {

    /**
     * Seals a value, making the subject's data key on first use.
     *
     * @throws IllegalStateException when the subject was erased
     */
    <T> Sealed<T> seal(UUID subject, T value);

    /**
     * Opens a sealed value.
     *
     * @return empty when the subject was erased
     * @throws IllegalStateException when the box was tampered with or belongs to another subject
     */
    <T> Optional<T> open(Sealed<T> sealed, Class<T> type);

    /** Destroys the subject's data key, for ever. Doing it twice is the same as once. */
    void erase(UUID subject);
}
