package org.acides.hiboo.infrastructure.api;

import java.util.Objects;

/**
 * A letter in the clear, on its way out.
 *
 * @param to one address (RFC 5321 mailbox)
 * @param subject one line, at most 200 characters
 * @param text plain text, UTF-8, at most 100,000 characters
 */
public record OpenMail(String to, String subject, String text) {

    public OpenMail {
        Objects.requireNonNull(to);
        Objects.requireNonNull(subject);
        Objects.requireNonNull(text);
        if (to.contains("\r") || to.contains("\n") || subject.contains("\r") || subject.contains("\n"))
            throw new IllegalArgumentException("a header holds one line");
        if (subject.length() > 200) throw new IllegalArgumentException("subject: at most 200 characters");
        if (text.length() > 100_000) throw new IllegalArgumentException("text: at most 100,000 characters");
    }

    /** Never shows the address nor the text: they are personal, and may hold a one-time link. */
    @Override
    public String toString() {
        return "OpenMail[]";
    }
}
