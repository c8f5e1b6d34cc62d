package org.acides.hiboo.identity.signin;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.acides.hiboo.infrastructure.web.PublicAddress;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/** Holds a browser between the two steps of a sign-in; named like the session's cookie, and never one. */
@Component
class SecondStepCookie {

    private static final String PLAIN = "hiboo-step";
    private static final String SECURE = "__Host-hiboo-step";

    private final PublicAddress address;

    SecondStepCookie(PublicAddress address) {
        this.address = address;
    }

    /** Empty without one. */
    String read(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        if (cookies != null)
            for (Cookie cookie : cookies) if (cookie.getName().equals(name(request))) return cookie.getValue();
        return "";
    }

    void write(HttpServletRequest request, HttpServletResponse response, String secret) {
        set(request, response, secret, SecondSteps.LIFETIME);
    }

    void clear(HttpServletRequest request, HttpServletResponse response) {
        set(request, response, "", Duration.ZERO);
    }

    private void set(HttpServletRequest request, HttpServletResponse response, String value, Duration age) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(name(request), value)
                        .httpOnly(true)
                        .secure(address.isSecure(request))
                        .sameSite("Lax")
                        .path("/")
                        .maxAge(age)
                        .build()
                        .toString());
    }

    private String name(HttpServletRequest request) {
        return address.isSecure(request) ? SECURE : PLAIN;
    }
}
