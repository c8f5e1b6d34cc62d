package org.acides.hiboo.catalog.api;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;
import java.util.UUID;

/** A group of accounts, which identity keeps. */
public record GroupRef(@JsonValue UUID value) {

    @JsonCreator
    public GroupRef {
        Objects.requireNonNull(value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
