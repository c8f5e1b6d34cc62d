package org.acides.hiboo.identity.forwardauth;

import java.util.Base64;
import org.acides.hiboo.identity.api.ServiceRef;
import org.acides.hiboo.identity.api.SignedIn;
import org.acides.hiboo.identity.entry.Dialogue;
import org.acides.hiboo.identity.entry.PlainWish;
import org.acides.hiboo.identity.entry.Step;
import org.acides.hiboo.identity.entry.Wish;
import org.acides.hiboo.identity.oidc.token.Seen;
import org.acides.hiboo.identity.service.Service;
import org.acides.hiboo.identity.service.Services;
import org.acides.hiboo.infrastructure.web.Onward;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** Hiboo's own side of the door: sign in, pick a profile, and go back to the application with a code. */
@Controller
class EnterPage {

    private final Origins origins;
    private final Services services;
    private final Dialogue dialogue;
    private final ProxyEntries entries;
    private final Seen seen;

    EnterPage(Origins origins, Services services, Dialogue dialogue, ProxyEntries entries, Seen seen) {
        this.origins = origins;
        this.services = services;
        this.dialogue = dialogue;
        this.entries = entries;
        this.seen = seen;
    }

    @GetMapping(Paths.ALL + "/enter")
    Object enter(
            @AuthenticationPrincipal @Nullable SignedIn who,
            @PathVariable("slug") String slug,
            @RequestParam(name = "origin", defaultValue = "") String origin,
            @RequestParam(name = "back", defaultValue = "") String back,
            @RequestParam(name = "browser", defaultValue = "") String browser,
            @RequestParam(name = "picked", required = false) @Nullable String picked) {
        ServiceRef service = service(slug, origin);
        byte[] hash = hash(browser);
        String to = Onward.of(back).toString();
        String here = Paths.of(slug, "enter", "origin", origin, "back", to, "browser", browser);
        Wish wish = new PlainWish(
                service,
                services.find(service).filter(Service::open).isPresent(),
                false,
                why -> new IllegalStateException("nothing that a proxy asks can be refused: " + why));
        return switch (dialogue.next(wish, who, null, picked)) {
            case Step.SignIn _ -> Paths.go("/sign-in?continue=" + Paths.encode(here));
            case Step.Prove step -> Paths.go(step.leadingTo(here));
            case Step.Pick _ -> Paths.go("/picker?service=" + service + "&continue=" + Paths.encode(here));
            case Step.Enter step -> {
                String code = entries.hand(step.who(), service, step.profile(), hash);
                seen.entered(step.profile());
                yield Paths.go(origin + Paths.of(slug, "arrive", "code", code, "back", to));
            }
        };
    }

    /** A code came too late, twice, or without the browser's cookie: the person tries again by themselves, not in circles. */
    @GetMapping(Paths.ALL + "/lost")
    ModelAndView lost(
            @PathVariable("slug") String slug,
            @RequestParam(name = "origin", defaultValue = "") String origin,
            @RequestParam(name = "back", defaultValue = "") String back) {
        service(slug, origin);
        return new ModelAndView("identity/forward-auth-lost", HttpStatus.BAD_REQUEST)
                .addObject("again", origin + Onward.of(back));
    }

    private ServiceRef service(String slug, String origin) {
        return origins.serviceAt(slug, origin).orElseThrow(() -> new ResponseStatusException(HttpStatus.FORBIDDEN));
    }

    private static byte[] hash(String browser) {
        try {
            byte[] hash = Base64.getUrlDecoder().decode(browser);
            if (hash.length == 32) return hash;
        } catch (IllegalArgumentException notBase64) {
            // Nobody who set out by our own leading comes with such a thing.
        }
        throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
    }
}
