package org.acides.hiboo.identity.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.acides.hiboo.identity.api.SignedIn;
import org.acides.hiboo.infrastructure.web.Onward;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where members sign out; a link alone does it for nobody. */
@Controller
@RequestMapping("/sign-out")
class SignOutPage {

    private final Farewell farewell;

    SignOutPage(Farewell farewell) {
        this.farewell = farewell;
    }

    @GetMapping
    Object ask(
            @AuthenticationPrincipal @Nullable SignedIn who,
            @RequestParam(name = "continue", defaultValue = "") String onward) {
        Onward next = Onward.of(onward);
        if (who == null) return gone(next);
        return new ModelAndView("identity/sign-out").addObject("onward", next.given() ? next.toString() : "");
    }

    @PostMapping
    Object leave(
            @AuthenticationPrincipal @Nullable SignedIn who,
            @RequestParam(name = "continue", defaultValue = "") String onward,
            HttpServletRequest request,
            HttpServletResponse response) {
        Onward next = Onward.of(onward);
        Object telling = farewell.bid(who, next.given() ? next.toString() : null, request, response);
        return telling == null ? gone(next) : telling;
    }

    private static Object gone(Onward next) {
        return next.given() ? Answers.goTo(next.address()) : Answers.goTo("/sign-in?done=signed-out");
    }
}
