package org.acides.hiboo.identity.api;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;
import java.util.UUID;

/** A service as identity names it: the identifier the catalogue gave it. */
public record ServiceRef(@JsonValue UUID value) {

    @JsonCreator
    public ServiceRef {
        Objects.requireNonNull(value);
    }

    public static ServiceRef random() {
        return new ServiceRef(UUID.randomUUID());
    }

    /** @throws IllegalArgumentException when it is no UUID */
    public static ServiceRef of(String text) {
        return new ServiceRef(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
