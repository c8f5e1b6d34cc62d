package org.acides.hiboo.identity.migration;

import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.acides.hiboo.identity.api.ProfileId;
import org.acides.hiboo.identity.api.ServiceRef;
import org.acides.hiboo.identity.api.SignedIn;
import org.acides.hiboo.identity.ownerlink.OwnerLinks;
import org.acides.hiboo.identity.service.Service;
import org.acides.hiboo.identity.service.Services;
import org.acides.hiboo.identity.signin.Steady;
import org.acides.hiboo.infrastructure.api.Refused;
import org.acides.hiboo.infrastructure.web.Onward;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** «I already had an account here»: where members prove it. */
@Controller
@RequestMapping("/claim")
class ClaimPage {

    private static final int LONGEST_SHOWN_AGAIN = 2_000;

    private final Services services;
    private final Unclaimed unclaimed;
    private final Claims claims;
    private final OwnerLinks owners;

    ClaimPage(Services services, Unclaimed unclaimed, Claims claims, OwnerLinks owners) {
        this.services = services;
        this.unclaimed = unclaimed;
        this.claims = claims;
        this.owners = owners;
    }

    @GetMapping
    Object show(
            @AuthenticationPrincipal @Nullable SignedIn who,
            @RequestParam(name = "service", defaultValue = "") String service,
            @RequestParam(name = "continue", defaultValue = "") String onward) {
        if (who == null) return signInFirst(service, onward);
        return page(known(service), Onward.of(onward), "");
    }

    /** Where somebody comes who contested a claim. */
    @GetMapping(params = "contested")
    Object contested(
            @AuthenticationPrincipal @Nullable SignedIn who,
            @RequestParam(name = "service", defaultValue = "") String service,
            @RequestParam(name = "continue", defaultValue = "") String onward) {
        if (who == null) return signInFirst(service, onward);
        return page(known(service), Onward.of(onward), "").addObject("contested", true);
    }

    /**
     * In the same time whatever is wrong.
     *
     * @param statement what whoever contests a claim says; only whoever was told that there is one is asked for it
     */
    @PostMapping
    Object claim(
            @AuthenticationPrincipal @Nullable SignedIn who,
            @RequestParam(name = "service", defaultValue = "") String service,
            @RequestParam(name = "continue", defaultValue = "") String onward,
            @RequestParam(name = "handle", defaultValue = "") String handle,
            @RequestParam(name = "password", defaultValue = "") String password,
            @RequestParam(name = "by", defaultValue = "password") String by,
            @RequestParam(name = "statement", required = false) @Nullable String statement,
            HttpServletResponse response) {
        if (who == null) return signInFirst(service, onward);
        Service entered = known(service);
        Onward next = Onward.of(onward);
        String typed = handle.strip();
        return Steady.answer(() -> {
            try {
                ProfileId proved = by.equals("email")
                        ? claims.byEmail(who.account(), entered.id(), typed, statement)
                        : claims.byPassword(who.account(), entered.id(), typed, password, statement);
                boolean theirs = owners.owns(who.account(), entered.id(), proved);
                return goTo(theirs ? next.address() : contested(entered, next));
            } catch (Refused no) {
                ModelAndView again = page(entered, next, typed);
                if (statement != null || no.code().equals("claim.claimed"))
                    again.addObject("contesting", by.equals("email") ? "email" : "password")
                            .addObject("said", shortened(statement));
                return refused(again, no, response);
            }
        });
    }

    private static String shortened(@Nullable String statement) {
        if (statement == null) return "";
        return statement.substring(0, Math.min(statement.length(), LONGEST_SHOWN_AGAIN));
    }

    private static URI contested(Service service, Onward onward) {
        String next = onward.given() ? onward.toString() : "";
        return URI.create("/claim?contested&service=" + service.id() + "&continue=" + encode(next));
    }

    private static ModelAndView refused(ModelAndView page, Refused no, HttpServletResponse response) {
        page.setStatus(
                switch (no.code()) {
                    case "throttled" -> HttpStatus.TOO_MANY_REQUESTS;
                    case "busy" -> HttpStatus.SERVICE_UNAVAILABLE;
                    default -> HttpStatus.UNPROCESSABLE_CONTENT;
                });
        if (no.code().equals("throttled"))
            response.setHeader(
                    HttpHeaders.RETRY_AFTER, String.valueOf(no.arguments().getFirst()));
        return page.addObject("refusal", "refused." + no.code())
                .addObject("arguments", no.arguments().toArray());
    }

    private ModelAndView page(Service service, Onward onward, String typed) {
        return new ModelAndView("identity/claim")
                .addObject("service", service)
                .addObject("onward", onward.given() ? onward.toString() : "")
                .addObject("open", unclaimed.open(service.id()))
                .addObject("addresses", unclaimed.knowsAddresses(service.id()))
                .addObject("typed", typed.length() > OldAccount.LONGEST_HANDLE ? "" : typed);
    }

    private Service known(String service) {
        try {
            return services.find(ServiceRef.of(service)).orElseThrow(ClaimPage::missing);
        } catch (IllegalArgumentException noIdentifier) {
            throw missing();
        }
    }

    private static ResponseStatusException missing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    private static ResponseEntity<Void> signInFirst(String service, String onward) {
        String here = "/claim?service=" + encode(service) + "&continue=" + encode(onward);
        return goTo(URI.create("/sign-in?continue=" + encode(here)));
    }

    private static ResponseEntity<Void> goTo(URI address) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER).location(address).build();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
