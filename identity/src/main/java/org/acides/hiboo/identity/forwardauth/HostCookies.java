package org.acides.hiboo.identity.forwardauth;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import org.acides.hiboo.infrastructure.secret.Secret;
import org.springframework.http.ResponseCookie;

/**
 * Cookies at an application's own host, which never leave it: where the browser speaks https their names begin with
 * {@code __Host-} (RFC 6265bis §4.1.3.2). Neither is the cookie that Hiboo itself knows a browser by.
 */
enum HostCookies {

    /** Lets a browser pass; the session behind it says for how long. */
    ENTRY("hiboo-entry", Duration.ofDays(90)),
    /** Tells that the browser which arrives is the one that set out. */
    BROWSER("hiboo-browser", Duration.ofHours(1));

    private final String name;
    private final Duration age;

    HostCookies(String name, Duration age) {
        this.name = name;
        this.age = age;
    }

    /** @param origin of the application, as the proxy says */
    Optional<String> read(HttpServletRequest request, String origin) {
        Cookie[] cookies = request.getCookies();
        if (cookies == null) return Optional.empty();
        for (Cookie cookie : cookies)
            if (cookie.getName().equals(name(origin)) && cookie.getValue().length() == Secret.LENGTH)
                return Optional.of(cookie.getValue());
        return Optional.empty();
    }

    String set(String origin, String value) {
        return write(origin, value, age);
    }

    String clear(String origin) {
        return write(origin, "", Duration.ZERO);
    }

    private String write(String origin, String value, Duration lifetime) {
        return ResponseCookie.from(name(origin), value)
                .httpOnly(true)
                .secure(secure(origin))
                .sameSite("Lax")
                .path("/")
                .maxAge(lifetime)
                .build()
                .toString();
    }

    private String name(String origin) {
        return secure(origin) ? "__Host-" + name : name;
    }

    private static boolean secure(String origin) {
        return origin.startsWith("https:");
    }
}
