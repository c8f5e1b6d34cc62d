package org.acides.hiboo.catalog.api;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;
import java.util.UUID;

/** Identifies an offer to register; not the token that goes with it. */
public record OfferId(@JsonValue UUID value) {

    @JsonCreator
    public OfferId {
        Objects.requireNonNull(value);
    }

    public static OfferId random() {
        return new OfferId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
