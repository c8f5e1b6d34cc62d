package org.acides.hiboo.identity.api;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;
import java.util.UUID;

/** Identifies a group of accounts. */
public record GroupId(@JsonValue UUID value) {

    @JsonCreator
    public GroupId {
        Objects.requireNonNull(value);
    }

    public static GroupId random() {
        return new GroupId(UUID.randomUUID());
    }

    /** @throws IllegalArgumentException when it is no UUID */
    public static GroupId of(String text) {
        return new GroupId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
