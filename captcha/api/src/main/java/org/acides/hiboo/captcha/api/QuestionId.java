package org.acides.hiboo.captcha.api;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;
import java.util.UUID;

/** Identifies a question for ever, and the key that its words are sealed with. */
public record QuestionId(@JsonValue UUID value) {

    @JsonCreator
    public QuestionId {
        Objects.requireNonNull(value);
    }

    public static QuestionId random() {
        return new QuestionId(UUID.randomUUID());
    }

    /** @throws IllegalArgumentException when it is no UUID */
    public static QuestionId of(String text) {
        return new QuestionId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
