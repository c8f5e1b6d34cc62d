package org.acides.hiboo.infrastructure.api;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    /**
     * Seals one value for each of many subjects at once, making the keys of those who have none.
     *
     * @return in the order of the map
     * @throws IllegalStateException when one of them was erased
     */
    default <T> List<Sealed<T>> sealAll(Map<UUID, T> values) {
        return values.entrySet().stream()
                .map(value -> seal(value.getKey(), value.getValue()))
                .toList();
    }

    /** Opens many at once: those whose subjects were erased are left out. By subject, one value each. */
    default <T> Map<UUID, T> openAll(Collection<Sealed<T>> all, Class<T> type) {
        Map<UUID, T> opened = new LinkedHashMap<>();
        for (Sealed<T> one : all) open(one, type).ifPresent(value -> opened.put(one.subject(), value));
        return opened;
    }
}
