package org.acides.hiboo.captcha.web;

import java.util.Locale;
import org.acides.hiboo.captcha.challenge.NotSolved;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/** What goes wrong, as RFC 9457 says it; {@code code} is for programs. */
final class Problems {

    private static final String BUSY_SECONDS = "2";

    private Problems() {}

    static ResponseEntity<Object> of(HttpStatus status, String code, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setProperty("code", code);
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .cacheControl(CacheControl.noStore())
                .body(problem);
    }

    static ResponseEntity<Object> of(NotSolved no) {
        String code = no.reason().name().toLowerCase(Locale.ROOT);
        return switch (no.reason()) {
            case MALFORMED -> of(HttpStatus.BAD_REQUEST, code, "This is no solution of a challenge.");
            case FORGED -> of(HttpStatus.FORBIDDEN, code, "The challenge is not as it was posed.");
            case FUTURE -> of(HttpStatus.FORBIDDEN, code, "The challenge is of a time that is yet to come.");
            case FOREIGN -> of(HttpStatus.FORBIDDEN, code, "The challenge is not for pages of this site.");
            case EXPIRED -> of(HttpStatus.GONE, code, "The challenge has ended; ask for another.");
            case USED -> of(HttpStatus.CONFLICT, code, "The challenge was used; ask for another.");
            case WRONG -> of(HttpStatus.UNPROCESSABLE_CONTENT, code, "This does not solve it; ask for another.");
        };
    }

    /** Nothing is used up: it may be sent again. */
    static ResponseEntity<Object> busy() {
        ResponseEntity<Object> problem =
                of(HttpStatus.SERVICE_UNAVAILABLE, "busy", "Too many solutions are being checked; send it again.");
        return ResponseEntity.status(problem.getStatusCode())
                .headers(problem.getHeaders())
                .header(HttpHeaders.RETRY_AFTER, BUSY_SECONDS)
                .body(problem.getBody());
    }
}
