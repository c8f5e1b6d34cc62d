package org.acides.hiboo.identity.api;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;
import java.util.UUID;

/** Identifies a signed-in browser for its owner to see and revoke; it opens nothing by itself. */
public record SessionId(@JsonValue UUID value) {

    @JsonCreator
    public SessionId {
        Objects.requireNonNull(value);
    }

    public static SessionId random() {
        return new SessionId(UUID.randomUUID());
    }

    /** @throws IllegalArgumentException when it is no UUID */
    public static SessionId of(String text) {
        return new SessionId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
