package org.acides.hiboo.identity.api;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;
import java.util.UUID;

/** Identifies one time that a member takes profiles to another community. */
public record MoveId(@JsonValue UUID value) {

    @JsonCreator
    public MoveId {
        Objects.requireNonNull(value);
    }

    public static MoveId random() {
        return new MoveId(UUID.randomUUID());
    }

    /** @throws IllegalArgumentException when it is no UUID */
    public static MoveId of(String text) {
        return new MoveId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
