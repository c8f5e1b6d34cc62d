package org.acides.hiboo.identity.upstream.visit;

import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import org.acides.hiboo.identity.api.UpstreamId;
import org.acides.hiboo.identity.upstream.Provider;
import org.acides.hiboo.identity.upstream.Upstreams;
import org.acides.hiboo.identity.upstream.visit.Trouble.Why;
import org.acides.hiboo.infrastructure.web.Onward;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Says why a visit led nowhere, and what to do. It tells nothing about any account: whoever makes such an address up reads the same. */
@Controller
class TroublePage {

    private final Upstreams upstreams;

    TroublePage(Upstreams upstreams) {
        this.upstreams = upstreams;
    }

    @GetMapping("/sign-in/elsewhere")
    ModelAndView show(
            @RequestParam(name = "why", defaultValue = "") String said,
            @RequestParam(name = "with", defaultValue = "") String with,
            @RequestParam(name = "for", defaultValue = "") String occasion,
            @RequestParam(name = "continue", defaultValue = "") String onward) {
        Onward next = Onward.of(onward);
        Why why = Arrays.stream(Why.values())
                .filter(each -> each.name().equalsIgnoreCase(said))
                .findFirst()
                .orElse(Why.OVER);
        UpstreamId id = Ways.upstream(with).orElse(null);
        String name = id == null ? "" : upstreams.find(id).map(Provider::name).orElse("");
        boolean linkable = why == Why.UNLINKED && !name.isEmpty();
        return new ModelAndView("identity/elsewhere", why.status)
                .addObject("why", why.name().toLowerCase(Locale.ROOT))
                .addObject("name", name)
                .addObject(
                        "link",
                        linkable && id != null
                                ? Ways.carrying("/sign-in", here(id, next)).toString()
                                : "")
                .addObject("back", back(occasion, next).toString());
    }

    private static Onward here(UpstreamId id, Onward next) {
        return Onward.of(Ways.linking(id, next).toString());
    }

    private static URI back(String occasion, Onward next) {
        return switch (occasion) {
            case "link" -> URI.create("/sessions");
            case "again" -> Ways.carrying("/sign-in?again=true", next);
            default -> Ways.carrying("/sign-in", next);
        };
    }
}
