package org.acides.hiboo.captcha.api;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;
import java.util.UUID;

/** Identifies a site for ever. Forms and applications know it by its {@link SiteKey}. */
public record SiteId(@JsonValue UUID value) {

    @JsonCreator
    public SiteId {
        Objects.requireNonNull(value);
    }

    public static SiteId random() {
        return new SiteId(UUID.randomUUID());
    }

    /** @throws IllegalArgumentException when it is no UUID */
    public static SiteId of(String text) {
        return new SiteId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
