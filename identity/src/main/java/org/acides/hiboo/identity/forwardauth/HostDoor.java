package org.acides.hiboo.identity.forwardauth;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.acides.hiboo.identity.api.ServiceRef;
import org.acides.hiboo.infrastructure.secret.Secret;
import org.acides.hiboo.infrastructure.web.Onward;
import org.acides.hiboo.infrastructure.web.PublicAddress;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** What a proxy passes to Hiboo at the application's own host: setting out, coming back with a code, leaving. */
@Controller
class HostDoor {

    private final ProxyEntries entries;
    private final Origins origins;
    private final PublicAddress hiboo;

    HostDoor(ProxyEntries entries, Origins origins, PublicAddress hiboo) {
        this.entries = entries;
        this.origins = origins;
        this.hiboo = hiboo;
    }

    /** The browser keeps a secret here, and takes its hash along: a code is good in this browser alone. */
    @GetMapping(Paths.ALL + "/begin")
    ResponseEntity<Void> begin(
            @PathVariable("slug") String slug,
            @RequestParam(name = "back", defaultValue = "") String back,
            HttpServletRequest request) {
        String origin = origin(request);
        service(slug, origin);
        String browser = HostCookies.BROWSER.read(request, origin).orElseGet(Secret::fresh);
        String enter = Paths.of(
                slug,
                "enter",
                "origin",
                origin,
                "back",
                Onward.of(back).toString(),
                "browser",
                Secret.text(Secret.digest(browser)));
        return Paths.go(hiboo.link(enter), HostCookies.BROWSER.set(origin, browser));
    }

    @GetMapping(Paths.ALL + "/arrive")
    ResponseEntity<Void> arrive(
            @PathVariable("slug") String slug,
            @RequestParam(name = "code", defaultValue = "") String code,
            @RequestParam(name = "back", defaultValue = "") String back,
            HttpServletRequest request) {
        String origin = origin(request);
        ServiceRef service = service(slug, origin);
        String to = Onward.of(back).toString();
        Optional<String> cookie =
                HostCookies.BROWSER.read(request, origin).flatMap(browser -> entries.arrive(service, code, browser));
        if (cookie.isEmpty()) return Paths.go(hiboo.link(Paths.of(slug, "lost", "origin", origin, "back", to)));
        HostCookies.ENTRY.read(request, origin).ifPresent(entries::end);
        return Paths.go(origin + to, HostCookies.ENTRY.set(origin, cookie.get()), HostCookies.BROWSER.clear(origin));
    }

    /** Asks at Hiboo, where a member signs out of all at once: a link ends nothing by itself. */
    @GetMapping(Paths.ALL + "/leave")
    ResponseEntity<Void> leave(@PathVariable("slug") String slug) {
        return Paths.go(hiboo.link("/sign-out"));
    }

    private ServiceRef service(String slug, String origin) {
        return origins.serviceAt(slug, origin).orElseThrow(HostDoor::forbidden);
    }

    private static String origin(HttpServletRequest request) {
        return Origins.of(request).orElseThrow(HostDoor::forbidden);
    }

    private static ResponseStatusException forbidden() {
        return new ResponseStatusException(HttpStatus.FORBIDDEN);
    }
}
