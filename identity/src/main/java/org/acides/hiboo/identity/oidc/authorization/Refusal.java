package org.acides.hiboo.identity.oidc.authorization;

import org.jspecify.annotations.Nullable;

/**
 * An authorization request is refused: by an answer to the application, or, where nobody knows whom to answer, by a page
 * for the person (RFC 6749 §4.1.2.1).
 */
final class Refusal extends RuntimeException {

    private final transient @Nullable Reply reply;
    private final String error;

    private Refusal(@Nullable Reply reply, String error, String description) {
        super(description, null, false, false);
        this.reply = reply;
        this.error = error;
    }

    /** @param description ASCII without quotes and backslashes: for developers, never with a value that was sent */
    static Refusal answering(Reply reply, String error, String description) {
        return new Refusal(reply, error, description);
    }

    /** @param page the message key's end, after {@code oidc.refused.} */
    static Refusal shown(String page) {
        return new Refusal(null, page, page);
    }

    @Nullable
    Reply reply() {
        return reply;
    }

    /** The code that goes to the application, or the end of the page's message key. */
    String error() {
        return error;
    }

    String description() {
        return String.valueOf(getMessage());
    }
}
