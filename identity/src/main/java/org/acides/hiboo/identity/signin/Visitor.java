package org.acides.hiboo.identity.signin;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.acides.hiboo.identity.credential.Attempts;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/**
 * Whoever sends a form, as far as guessing passwords goes.
 *
 * @param source the address they come from; kept nowhere
 * @param device what their device cookie holds, or null
 */
record Visitor(String source, @Nullable String device) {

    static Visitor of(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        String device = null;
        if (cookies != null)
            for (Cookie cookie : cookies) if (cookie.getName().equals(Attempts.COOKIE)) device = cookie.getValue();
        return new Visitor(request.getRemoteAddr(), device);
    }

    static void remember(HttpServletResponse response, boolean secure, String device) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(Attempts.COOKIE, device)
                        .httpOnly(true)
                        .secure(secure)
                        .sameSite("Lax")
                        .path("/")
                        .maxAge(Duration.ofDays(365))
                        .build()
                        .toString());
    }
}
