package org.acides.hiboo.identity.session;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.acides.hiboo.infrastructure.web.PublicAddress;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/**
 * The cookie that a browser is known by. Where the browser speaks https its name begins with {@code __Host-}, which holds
 * it to this host and to https (RFC 6265bis §4.1.3.2).
 */
@Component
public class SessionCookie {

    private static final String PLAIN = "hiboo";
    private static final String SECURE = "__Host-hiboo";

    private final PublicAddress address;
    private final Lifetimes lifetimes;

    SessionCookie(PublicAddress address, Lifetimes lifetimes) {
        this.address = address;
        this.lifetimes = lifetimes;
    }

    public Optional<String> read(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        if (cookies == null) return Optional.empty();
        String name = name(request);
        for (Cookie cookie : cookies) if (cookie.getName().equals(name)) return Optional.of(cookie.getValue());
        return Optional.empty();
    }

    public void write(HttpServletRequest request, HttpServletResponse response, Sessions.Begun begun) {
        set(request, response, begun.cookie(), lifetimes.absolute());
    }

    public void clear(HttpServletRequest request, HttpServletResponse response) {
        set(request, response, "", Duration.ZERO);
    }

    private void set(HttpServletRequest request, HttpServletResponse response, String value, Duration age) {
        ResponseCookie cookie = ResponseCookie.from(name(request), value)
                .httpOnly(true)
                .secure(address.isSecure(request))
                .sameSite("Lax")
                .path("/")
                .maxAge(age)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    private String name(HttpServletRequest request) {
        return address.isSecure(request) ? SECURE : PLAIN;
    }
}
