package org.acides.hiboo.identity.upstream.visit;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.acides.hiboo.identity.api.SignedIn;
import org.acides.hiboo.identity.api.UpstreamId;
import org.acides.hiboo.identity.factor.Freshness;
import org.acides.hiboo.identity.upstream.Provider;
import org.acides.hiboo.identity.upstream.visit.Trouble.Why;
import org.acides.hiboo.infrastructure.web.Onward;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where members link an identity elsewhere to their account: they prove here who they are, and then there. */
@Controller
@RequestMapping("/factors/elsewhere")
class LinkPage {

    private final Outset outset;
    private final Freshness freshness;

    LinkPage(Outset outset, Freshness freshness) {
        this.outset = outset;
        this.freshness = freshness;
    }

    @GetMapping
    Object show(
            @AuthenticationPrincipal @Nullable SignedIn who,
            @RequestParam(name = "with", defaultValue = "") String with,
            @RequestParam(name = "continue", defaultValue = "") String onward) {
        Onward next = Onward.of(onward);
        try {
            Provider provider = outset.open(id(with));
            if (who == null || !freshness.of(who)) return Ways.goTo(Ways.proveFirst(Ways.linking(provider.id(), next)));
            return new ModelAndView("identity/elsewhere-link")
                    .addObject("id", provider.id().toString())
                    .addObject("name", provider.name())
                    .addObject("onward", next.given() ? next.toString() : "")
                    .addObject("leave", next.given() ? next.toString() : "/sessions");
        } catch (Trouble no) {
            return Ways.goTo(Ways.trouble(no.why(), "", "link", next));
        }
    }

    @PostMapping
    Object link(
            @AuthenticationPrincipal @Nullable SignedIn who,
            @RequestParam(name = "with", defaultValue = "") String with,
            @RequestParam(name = "continue", defaultValue = "") String onward,
            Locale language,
            HttpServletRequest request,
            HttpServletResponse response) {
        Onward next = Onward.of(onward);
        try {
            UpstreamId id = id(with);
            if (who == null || !freshness.of(who)) return Ways.goTo(Ways.proveFirst(Ways.linking(id, next)));
            return Ways.goTo(outset.begin(id, who.session(), true, next, language, request, response));
        } catch (Trouble no) {
            return Ways.goTo(Ways.trouble(no.why(), with, "link", next));
        }
    }

    private static UpstreamId id(String with) {
        return Ways.upstream(with).orElseThrow(() -> new Trouble(Why.CLOSED, "no provider"));
    }
}
