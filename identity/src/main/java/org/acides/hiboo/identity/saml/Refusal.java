package org.acides.hiboo.identity.saml;

/**
 * A message is not in order, and nobody is told but the person who brought it: whoever sent it is not known for sure, or
 * is known to be wrong. Of what was sent, not a word is shown.
 */
public final class Refusal extends RuntimeException {

    /** The page's message key is {@code saml.refused.} and the name in kebab case. */
    public enum Why {
        /** The message is missing, repeated, no base64, too large, or no XML of the kind that the address takes. */
        MALFORMED,
        /** Nobody registered the service provider that it says it is from. */
        UNKNOWN,
        /** It is not signed, and has to be. */
        UNSIGNED,
        /** Its signature is not its sender's, or not about the whole message. */
        SIGNATURE,
        /** It is meant for somebody else. */
        DESTINATION,
        /** Its time has passed, or has not come. */
        TIME,
        /** It asks for an answer at an address that was not registered. */
        CONSUMER,
        /** It was answered before, or waited too long. */
        STALE,
        /** The service is not entered from here. */
        FROM_HOME
    }

    private final Why why;

    public Refusal(Why why) {
        super(why.name(), null, false, false);
        this.why = why;
    }

    public Why why() {
        return why;
    }

    public String key() {
        return "saml.refused." + why.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
