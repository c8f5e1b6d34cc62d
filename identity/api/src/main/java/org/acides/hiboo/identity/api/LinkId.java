package org.acides.hiboo.identity.api;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;
import java.util.UUID;

/** Identifies the link of one account to one identity at a provider elsewhere. */
public record LinkId(@JsonValue UUID value) {

    @JsonCreator
    public LinkId {
        Objects.requireNonNull(value);
    }

    public static LinkId random() {
        return new LinkId(UUID.randomUUID());
    }

    /** @throws IllegalArgumentException when it is no UUID */
    public static LinkId of(String text) {
        return new LinkId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
