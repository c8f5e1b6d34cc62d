package org.acides.hiboo.identity.upstream.visit;

import org.springframework.http.HttpStatus;

/** Why a visit led nowhere. What the log is told beside it holds nothing that a person, or their browser, should keep. */
final class Trouble extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final int LOGGED = 300;

    /** As the page words it. */
    enum Why {
        /** The person, or the provider on their behalf, said no ({@code access_denied}). */
        DECLINED(HttpStatus.FORBIDDEN),
        /** The provider answers with another error. */
        REFUSED(HttpStatus.BAD_GATEWAY),
        /** It cannot be reached, or answers nothing that can be read. */
        UNREACHABLE(HttpStatus.BAD_GATEWAY),
        /** What it said cannot be believed. */
        UNTRUE(HttpStatus.BAD_GATEWAY),
        /** Too late, answered already, or begun in another browser. */
        OVER(HttpStatus.GONE),
        /** It does not say that the person proved lately enough who they are. */
        STALE(HttpStatus.FORBIDDEN),
        /** Nobody signs in by it now. */
        CLOSED(HttpStatus.NOT_FOUND),
        /** That identity opens no account. */
        UNLINKED(HttpStatus.FORBIDDEN),
        /** It opens an account, which is blocked. */
        BLOCKED(HttpStatus.FORBIDDEN),
        /** It opens the account of somebody else. */
        TAKEN(HttpStatus.CONFLICT),
        /** Another identity there opens the account already. */
        ANOTHER(HttpStatus.CONFLICT),
        /** Too many began from there. */
        THROTTLED(HttpStatus.TOO_MANY_REQUESTS);

        final HttpStatus status;

        Why(HttpStatus status) {
            this.status = status;
        }
    }

    private final Why why;

    /** @param detail for the log, on one line whatever a provider put into it */
    Trouble(Why why, String detail) {
        super(line(detail), null, false, false);
        this.why = why;
    }

    Why why() {
        return why;
    }

    private static String line(String detail) {
        String start = detail.length() > LOGGED ? detail.substring(0, LOGGED) : detail;
        return start.replaceAll("\\p{Cntrl}", " ");
    }
}
