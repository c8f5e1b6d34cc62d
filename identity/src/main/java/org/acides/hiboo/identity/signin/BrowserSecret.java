package org.acides.hiboo.identity.signin;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.acides.hiboo.infrastructure.web.PublicAddress;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/** A cookie that holds what one browser alone shall know while it goes through a dialogue with us. */
public final class BrowserSecret {

    private final PublicAddress address;
    private final String name;
    private final Duration age;

    /** @param name where the connection is not secure; where it is, {@code __Host-} stands before it */
    public BrowserSecret(PublicAddress address, String name, Duration age) {
        this.address = address;
        this.name = name;
        this.age = age;
    }

    /** Empty without one. */
    public String read(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        if (cookies != null)
            for (Cookie cookie : cookies) if (cookie.getName().equals(name(request))) return cookie.getValue();
        return "";
    }

    public void write(HttpServletRequest request, HttpServletResponse response, String secret) {
        set(request, response, secret, age);
    }

    public void clear(HttpServletRequest request, HttpServletResponse response) {
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
        return address.isSecure(request) ? "__Host-" + name : name;
    }
}
