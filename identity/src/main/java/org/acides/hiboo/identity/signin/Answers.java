package org.acides.hiboo.identity.signin;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.acides.hiboo.infrastructure.api.Refused;
import org.acides.hiboo.infrastructure.web.Onward;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.ModelAndView;

/** The ways a page answers. */
final class Answers {

    private static final int BUSY_SECONDS = 2;

    private Answers() {}

    static ResponseEntity<Void> goTo(URI address) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER).location(address).build();
    }

    static ResponseEntity<Void> goTo(String address) {
        return goTo(URI.create(address));
    }

    /** @param path of ours, with or without a query */
    static URI carrying(String path, Onward onward) {
        if (!onward.given()) return URI.create(path);
        return URI.create(path + (path.indexOf('?') < 0 ? "?" : "&") + "continue="
                + URLEncoder.encode(onward.toString(), StandardCharsets.UTF_8));
    }

    /** To the sign-in, for who is there or is not, and back. */
    static ResponseEntity<Void> proveFirst(String path, Onward onward) {
        Onward back = Onward.of(carrying(path, onward).toString());
        return goTo(carrying("/sign-in?again=true", back));
    }

    /** For a form's hidden field: empty when nobody said where to go on to. */
    static String text(Onward onward) {
        return onward.given() ? onward.toString() : "";
    }

    /** The page again, saying why not; what was typed, passwords aside, is still there. */
    static ModelAndView refused(ModelAndView page, Refused no) {
        page.setStatus(status(no));
        return page.addObject("refusal", new Refusal(no.code(), no.arguments().toArray()));
    }

    /** How long to wait, in seconds; null when waiting would not help. */
    static @Nullable String retryAfter(Refused no) {
        return switch (no.code()) {
            case "throttled" -> String.valueOf(no.arguments().getFirst());
            case "busy" -> Integer.toString(BUSY_SECONDS);
            default -> null;
        };
    }

    static void tellWhen(jakarta.servlet.http.HttpServletResponse response, Refused no) {
        String seconds = retryAfter(no);
        if (seconds != null) response.setHeader(HttpHeaders.RETRY_AFTER, seconds);
    }

    private static HttpStatus status(Refused no) {
        return switch (no.code()) {
            case "throttled" -> HttpStatus.TOO_MANY_REQUESTS;
            case "busy", "captcha.unreachable" -> HttpStatus.SERVICE_UNAVAILABLE;
            case "sign-in.wrong",
                    "second-step.wrong",
                    "passkey.wrong",
                    "passkey.unknown",
                    "passkey.suspected",
                    "certificate.unknown",
                    "certificate.not-shown",
                    "certificate.not-now" -> HttpStatus.UNAUTHORIZED;
            case "sign-in.blocked", "sign-up.closed" -> HttpStatus.FORBIDDEN;
            default -> HttpStatus.UNPROCESSABLE_CONTENT;
        };
    }
}
