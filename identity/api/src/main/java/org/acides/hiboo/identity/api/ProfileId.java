package org.acides.hiboo.identity.api;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;
import java.util.UUID;

/** Identifies a profile. Nothing about it tells whose it is. */
public record ProfileId(@JsonValue UUID value) {

    @JsonCreator
    public ProfileId {
        Objects.requireNonNull(value);
    }

    public static ProfileId random() {
        return new ProfileId(UUID.randomUUID());
    }

    /** @throws IllegalArgumentException when it is no UUID */
    public static ProfileId of(String text) {
        return new ProfileId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
