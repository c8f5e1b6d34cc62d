package org.acides.hiboo.captcha.challenge;

/** What came is no solution that counts. It is an answer, not a fault. */
public final class NotSolved extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why; none of these tells more than whoever sent it could find out anyway. */
    public enum Reason {
        /** It is no solution at all. */
        MALFORMED,
        /** The challenge is not ours, or not as it was posed. */
        FORGED,
        /** The challenge, or the pass, has ended. */
        EXPIRED,
        /** The challenge, or the pass, is of a time that is yet to come. */
        FUTURE,
        /** It is of another site, of one that is no more, or of a kind that the site does not accept. */
        FOREIGN,
        /** It was used before. */
        USED,
        /** The challenge is ours, and this is not what solves it. */
        WRONG
    }

    private final Reason reason;

    public NotSolved(Reason reason) {
        super(reason.name(), null, false, false);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
