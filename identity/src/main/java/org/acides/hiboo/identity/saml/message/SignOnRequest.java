package org.acides.hiboo.identity.saml.message;

import java.util.List;
import java.util.OptionalInt;

/**
 * A request to sign somebody in (SAML V2.0 Core §3.4.1). Strings are empty where it says nothing.
 *
 * @param consumer where the answer shall go, or
 * @param consumerIndex by which number
 * @param binding how it shall go there
 * @param format which kind of name is wanted
 * @param afresh {@code ForceAuthn}
 * @param silent {@code IsPassive}
 * @param contexts class names, in order of preference
 * @param comparison {@code exact}, {@code minimum}, {@code maximum} or {@code better}
 * @param subject the name of whoever is meant
 */
public record SignOnRequest(
        Head head,
        String consumer,
        OptionalInt consumerIndex,
        String binding,
        String format,
        boolean afresh,
        boolean silent,
        List<String> contexts,
        String comparison,
        String subject) {

    public SignOnRequest {
        contexts = List.copyOf(contexts);
    }

    /** Names nobody: the subject is personal. */
    @Override
    public String toString() {
        return "SignOnRequest[" + head.id() + "]";
    }
}
