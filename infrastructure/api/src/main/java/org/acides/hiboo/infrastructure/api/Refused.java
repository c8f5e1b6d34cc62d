package org.acides.hiboo.infrastructure.api;

import java.util.List;
import java.util.Objects;

/**
 * A rule of the domain says no. It is an answer, not a fault: whoever asked is told which rule, in their language.
 */
public final class Refused extends RuntimeException {

    private final String code;
    private final transient List<Object> arguments;

    /**
     * @param code the message key that words the refusal, such as {@code profile.quota-reached}; the bundles hold it
     *     under {@code refused.} in each language
     * @param arguments what the message's placeholders take; never a secret nor a personal value
     */
    public Refused(String code, Object... arguments) {
        super(code, null, false, false);
        this.code = Objects.requireNonNull(code);
        this.arguments = List.of(arguments);
    }

    public String code() {
        return code;
    }

    public List<Object> arguments() {
        return arguments;
    }
}
