package org.acides.hiboo.identity.api;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;
import java.util.UUID;

/** Identifies an invitation to sign up; it is not the invitation's secret. */
public record InvitationId(@JsonValue UUID value) {

    @JsonCreator
    public InvitationId {
        Objects.requireNonNull(value);
    }

    public static InvitationId random() {
        return new InvitationId(UUID.randomUUID());
    }

    /** @throws IllegalArgumentException when it is no UUID */
    public static InvitationId of(String text) {
        return new InvitationId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
