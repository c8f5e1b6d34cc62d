package org.acides.hiboo.identity.api;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;
import java.util.UUID;

/** Identifies the import of a service's list of old accounts. */
public record ImportId(@JsonValue UUID value) {

    @JsonCreator
    public ImportId {
        Objects.requireNonNull(value);
    }

    public static ImportId random() {
        return new ImportId(UUID.randomUUID());
    }

    /** @throws IllegalArgumentException when it is no UUID */
    public static ImportId of(String text) {
        return new ImportId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
