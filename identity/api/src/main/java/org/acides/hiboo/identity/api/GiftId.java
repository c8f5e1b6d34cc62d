package org.acides.hiboo.identity.api;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;
import java.util.UUID;

/** Identifies a gift of a profile; it is not the gift's secret. */
public record GiftId(@JsonValue UUID value) {

    @JsonCreator
    public GiftId {
        Objects.requireNonNull(value);
    }

    public static GiftId random() {
        return new GiftId(UUID.randomUUID());
    }

    /** @throws IllegalArgumentException when it is no UUID */
    public static GiftId of(String text) {
        return new GiftId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
