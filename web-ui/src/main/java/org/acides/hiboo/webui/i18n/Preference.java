package org.acides.hiboo.webui.i18n;

import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinResponse;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.VaadinServletRequest;
import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.acides.hiboo.infrastructure.web.PublicAddress;

/** A taste of the person at this browser, such as their language: kept in a cookie that says nothing else of them. */
public final class Preference {

    private static final int A_YEAR = Math.toIntExact(Duration.ofDays(365).toSeconds());

    private Preference() {}

    public static Optional<String> read(VaadinRequest request, String name) {
        Cookie[] cookies = request.getCookies();
        if (cookies == null) return Optional.empty();
        return Arrays.stream(cookies)
                .filter(cookie -> cookie.getName().equals(name))
                .map(Cookie::getValue)
                .findFirst();
    }

    /** Keeps it for a year. For use while serving a request of a screen. */
    public static void keep(String name, String value) {
        Cookie cookie = new Cookie(name, value);
        cookie.setPath("/");
        cookie.setMaxAge(A_YEAR);
        cookie.setHttpOnly(true);
        cookie.setSecure(VaadinService.getCurrent()
                .getInstantiator()
                .getOrCreate(PublicAddress.class)
                .isSecure(VaadinServletRequest.getCurrent()));
        cookie.setAttribute("SameSite", "Lax");
        VaadinResponse.getCurrent().addCookie(cookie);
    }
}
