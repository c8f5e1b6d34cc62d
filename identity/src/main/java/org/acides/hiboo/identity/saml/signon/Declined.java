package org.acides.hiboo.identity.saml.signon;

/** A sign-on that the service provider is told the failure of. */
final class Declined extends RuntimeException {

    private final transient SignOn signOn;
    private final boolean requester;
    private final String reason;

    /** @param reason as {@link org.acides.hiboo.identity.saml.message.Failure} takes it */
    Declined(SignOn signOn, boolean requester, String reason) {
        super(reason, null, false, false);
        this.signOn = signOn;
        this.requester = requester;
        this.reason = reason;
    }

    SignOn signOn() {
        return signOn;
    }

    boolean requester() {
        return requester;
    }

    String reason() {
        return reason;
    }
}
