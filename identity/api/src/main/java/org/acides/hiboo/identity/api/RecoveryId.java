package org.acides.hiboo.identity.api;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;
import java.util.UUID;

/** Identifies one try to get an account back whose factors are lost. */
public record RecoveryId(@JsonValue UUID value) {

    @JsonCreator
    public RecoveryId {
        Objects.requireNonNull(value);
    }

    public static RecoveryId random() {
        return new RecoveryId(UUID.randomUUID());
    }

    /** @throws IllegalArgumentException when it is no UUID */
    public static RecoveryId of(String text) {
        return new RecoveryId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
