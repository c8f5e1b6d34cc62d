package org.acides.hiboo.identity.forwardauth;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.acides.hiboo.identity.forwardauth.ProxyEntries.Visitor;
import org.acides.hiboo.infrastructure.web.Onward;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * Answers a proxy that asks about a request: 200 and who it is; or where the browser shall go; or 401 to what no person
 * sees, and 403 where the service is not found. The service is named in the address that the proxy's own configuration
 * has: whatever a visitor says in headers, it is about that service.
 */
@Controller
class ProxyQuestion {

    private final ProxyEntries entries;
    private final Origins origins;

    ProxyQuestion(ProxyEntries entries, Origins origins) {
        this.entries = entries;
        this.origins = origins;
    }

    /** Traefik and Caddy hand any answer but 2xx on to the browser. */
    @GetMapping(Paths.ALL + "/verify")
    ResponseEntity<Void> verify(@PathVariable("slug") String slug, HttpServletRequest request) {
        return answer(slug, request, HttpStatus.SEE_OTHER);
    }

    /** nginx takes 401 and 403 alone for a no, and makes a redirect of the former by itself. */
    @GetMapping(Paths.ALL + "/auth-request")
    ResponseEntity<Void> authRequest(@PathVariable("slug") String slug, HttpServletRequest request) {
        return answer(slug, request, HttpStatus.UNAUTHORIZED);
    }

    private ResponseEntity<Void> answer(String slug, HttpServletRequest request, HttpStatus led) {
        String origin = Origins.of(request).orElse(null);
        if (origin == null) return status(HttpStatus.FORBIDDEN);
        Optional<Visitor> visitor =
                HostCookies.ENTRY.read(request, origin).flatMap(cookie -> entries.find(slug, origin, cookie));
        if (visitor.isPresent()) return welcome(visitor.get());
        if (origins.serviceAt(slug, origin).isEmpty()) return status(HttpStatus.FORBIDDEN);
        if (!aPersonLooks(request)) return status(HttpStatus.UNAUTHORIZED);
        String back = Onward.of(request.getHeader("X-Forwarded-Uri")).toString();
        return ResponseEntity.status(led)
                .header(HttpHeaders.LOCATION, origin + Paths.of(slug, "begin", "back", back))
                .build();
    }

    /** All three always: a proxy may leave a visitor's own header in the place of one that is missing. */
    private static ResponseEntity<Void> welcome(Visitor visitor) {
        return ResponseEntity.ok()
                .header("Remote-User", ascii(visitor.username()))
                .header("Remote-Email", ascii(visitor.alias()))
                .header("Remote-Subject", visitor.subject())
                .build();
    }

    private static ResponseEntity<Void> status(HttpStatus status) {
        return ResponseEntity.status(status).build();
    }

    /** A redirect serves a page in a browser's window; a script, a picture or an API client would follow it to nothing. */
    private static boolean aPersonLooks(HttpServletRequest request) {
        String method = request.getHeader("X-Forwarded-Method");
        if (method != null && !method.equals("GET") && !method.equals("HEAD")) return false;
        String mode = request.getHeader("Sec-Fetch-Mode");
        if (mode != null) return mode.equals("navigate");
        @Nullable String accepted = request.getHeader(HttpHeaders.ACCEPT);
        return accepted != null && accepted.contains("text/html");
    }

    /** Header values are ASCII: other letters, and the percent sign, are percent-encoded, so that no two names meet. */
    static String ascii(String text) {
        StringBuilder value = new StringBuilder();
        for (byte one : text.getBytes(StandardCharsets.UTF_8))
            if (one > ' ' && one < 0x7f && one != '%') value.append((char) one);
            else value.append('%').append("%02X".formatted(one & 0xff));
        return value.toString();
    }
}
