package org.acides.hiboo.identity.api;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;
import java.util.UUID;

/** Identifies another community, with which accounts are exchanged. */
public record CommunityId(@JsonValue UUID value) {

    @JsonCreator
    public CommunityId {
        Objects.requireNonNull(value);
    }

    public static CommunityId random() {
        return new CommunityId(UUID.randomUUID());
    }

    /** @throws IllegalArgumentException when it is no UUID */
    public static CommunityId of(String text) {
        return new CommunityId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
