package org.acides.hiboo.captcha.api;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;
import java.util.UUID;

/** A service, by the identifier that the catalogue gave it: its managers look after its sites. */
public record ServiceRef(@JsonValue UUID value) {

    @JsonCreator
    public ServiceRef {
        Objects.requireNonNull(value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
