package org.acides.hiboo.identity.api;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;
import java.util.UUID;

/** Identifies one factor of one account; it proves nothing by itself. */
public record FactorId(@JsonValue UUID value) {

    @JsonCreator
    public FactorId {
        Objects.requireNonNull(value);
    }

    public static FactorId random() {
        return new FactorId(UUID.randomUUID());
    }

    /** @throws IllegalArgumentException when it is no UUID */
    public static FactorId of(String text) {
        return new FactorId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
