package org.acides.hiboo.identity.oidc.authorization;

import jakarta.servlet.http.HttpServletResponse;
import org.acides.hiboo.identity.api.SignedIn;
import org.acides.hiboo.identity.oidc.EnteredAs;
import org.acides.hiboo.identity.profile.LiveProfile;
import org.acides.hiboo.identity.profile.Profiles;
import org.acides.hiboo.identity.service.Service;
import org.acides.hiboo.identity.service.Services;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Asks whether a service may learn what it asks for, and tells it the answer. */
@Controller
@RequestMapping("/oauth2/consent")
class ConsentPage {

    private final WaitingRequests waiting;
    private final Services services;
    private final Profiles profiles;
    private final Codes codes;
    private final Answers answers;

    ConsentPage(WaitingRequests waiting, Services services, Profiles profiles, Codes codes, Answers answers) {
        this.waiting = waiting;
        this.services = services;
        this.profiles = profiles;
        this.codes = codes;
        this.answers = answers;
    }

    @GetMapping
    Object ask(
            @AuthenticationPrincipal @Nullable SignedIn who,
            @RequestParam(name = "state", defaultValue = "") String state,
            HttpServletResponse response) {
        if (who == null) return signInFirst(state);
        WaitingRequests.Waiting request = waiting.find(state, who).orElseThrow(() -> Refusal.shown("stale"));
        Service service = services.find(request.service()).orElseThrow(() -> Refusal.shown("stale"));
        LiveProfile profile = profiles.find(request.profile()).orElseThrow(() -> Refusal.shown("stale"));
        response.setHeader(
                "Content-Security-Policy",
                "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; frame-ancestors 'none';"
                        + " form-action 'self' "
                        + Answers.origin(request.reply().redirectUri()));
        ModelAndView page = new ModelAndView("identity/consent");
        page.addObject("service", service);
        page.addObject("profile", profile);
        page.addObject("scopes", request.request().getScopes());
        page.addObject("state", state);
        return page;
    }

    @PostMapping
    Object answer(
            @AuthenticationPrincipal @Nullable SignedIn who,
            @RequestParam(name = "state", defaultValue = "") String state,
            @RequestParam(name = "decision", defaultValue = "") String decision,
            HttpServletResponse response) {
        if (who == null) return signInFirst(state);
        WaitingRequests.Waiting request = waiting.find(state, who).orElseThrow(() -> Refusal.shown("stale"));
        if (!decision.equals("allow")) {
            waiting.refuse(request);
            throw Refusal.answering(request.reply(), "access_denied", "The person declined");
        }
        EnteredAs entered = new EnteredAs(request.profile(), request.service(), who);
        String code = codes.agreed(request.client(), request.row(), request.request(), entered);
        return answers.code(request.reply(), code, response);
    }

    private static Object signInFirst(String state) {
        return Answers.signIn("/oauth2/consent?state=" + Answers.encode(state), null, false);
    }

    @ExceptionHandler
    Object refused(Refusal refusal, HttpServletResponse response) {
        return answers.refusal(refusal, response);
    }
}
