package org.acides.hiboo.identity.api;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;
import java.util.UUID;

/** Identifies a provider elsewhere by which members may sign in. */
public record UpstreamId(@JsonValue UUID value) {

    @JsonCreator
    public UpstreamId {
        Objects.requireNonNull(value);
    }

    public static UpstreamId random() {
        return new UpstreamId(UUID.randomUUID());
    }

    /** @throws IllegalArgumentException when it is no UUID */
    public static UpstreamId of(String text) {
        return new UpstreamId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
