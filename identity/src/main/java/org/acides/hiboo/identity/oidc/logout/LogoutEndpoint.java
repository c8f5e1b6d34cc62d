package org.acides.hiboo.identity.oidc.logout;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.acides.hiboo.identity.api.ServiceRef;
import org.acides.hiboo.identity.api.SignedIn;
import org.acides.hiboo.identity.oidc.logout.Leaving.Request;
import org.acides.hiboo.identity.service.Service;
import org.acides.hiboo.identity.service.Services;
import org.acides.hiboo.identity.signin.Farewell;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * Signs people out when an application asks. At once where it shows an ID token of theirs; else they are asked, so that
 * no page on the web signs anybody out.
 */
@Controller
class LogoutEndpoint {

    private static final String PATH = "/connect/logout";

    private final Leaving leaving;
    private final Farewell farewells;
    private final Services services;

    LogoutEndpoint(Leaving leaving, Farewell farewells, Services services) {
        this.leaving = leaving;
        this.farewells = farewells;
        this.services = services;
    }

    @GetMapping(PATH)
    Object leave(
            @AuthenticationPrincipal @Nullable SignedIn who, HttpServletRequest request, HttpServletResponse response) {
        Map<String, String> sent = leaving.parameters(request.getParameterMap());
        Request asked = leaving.read(sent, who);
        if (who == null || asked.meant()) return end(who, asked, request, response);
        ModelAndView page = new ModelAndView("identity/logout");
        page.addObject("fields", sent);
        page.addObject("service", name(asked));
        return page;
    }

    /** As at the authorization endpoint, a form from elsewhere comes without our cookie: it is asked again with GET. */
    @PostMapping(PATH)
    Object leaveByForm(HttpServletRequest request) {
        Map<String, String> sent = leaving.parameters(request.getParameterMap());
        return go(PATH + "?" + query(sent));
    }

    /** The person's own answer: it comes with the cookie, which only a form of ours brings. */
    @PostMapping(PATH + "/confirm")
    Object confirm(
            @AuthenticationPrincipal @Nullable SignedIn who, HttpServletRequest request, HttpServletResponse response) {
        return end(who, leaving.read(leaving.parameters(request.getParameterMap()), who), request, response);
    }

    private Object end(
            @Nullable SignedIn who, Request asked, HttpServletRequest request, HttpServletResponse response) {
        Object telling = farewells.bid(who, asked.onward(), request, response);
        if (telling != null) return telling;
        return asked.onward() == null ? new ModelAndView("identity/logged-out") : go(asked.onward());
    }

    private @Nullable String name(Request asked) {
        if (asked.client() == null) return null;
        String service = asked.client().getClientSettings().getSetting("hiboo.service");
        return services.find(ServiceRef.of(service)).map(Service::name).orElse(null);
    }

    private static ResponseEntity<Void> go(String to) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.LOCATION, to)
                .build();
    }

    private static String query(Map<String, String> fields) {
        return new TreeMap<>(fields)
                .entrySet().stream()
                        .map(field ->
                                field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"));
    }

    @ExceptionHandler
    ModelAndView unreadable(Leaving.Unreadable unreadable) {
        ModelAndView page = new ModelAndView("identity/oidc-refused", HttpStatus.BAD_REQUEST);
        page.addObject("reason", "oidc.refused.logout");
        return page;
    }
}
