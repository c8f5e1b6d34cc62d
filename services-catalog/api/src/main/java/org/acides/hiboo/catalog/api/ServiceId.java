package org.acides.hiboo.catalog.api;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;
import java.util.UUID;

/** Identifies a service for ever, whatever it is called. */
public record ServiceId(@JsonValue UUID value) {

    @JsonCreator
    public ServiceId {
        Objects.requireNonNull(value);
    }

    public static ServiceId random() {
        return new ServiceId(UUID.randomUUID());
    }

    /** @throws IllegalArgumentException when it is no UUID */
    public static ServiceId of(String text) {
        return new ServiceId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
