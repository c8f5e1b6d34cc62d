package org.acides.hiboo.identity.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import org.acides.hiboo.identity.account.Registration;
import org.acides.hiboo.identity.account.Registration.Applicant;
import org.acides.hiboo.identity.captcha.Captcha;
import org.acides.hiboo.identity.captcha.Response;
import org.acides.hiboo.infrastructure.api.Refused;
import org.acides.hiboo.infrastructure.web.Onward;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where people ask for an account. */
@Controller
@RequestMapping("/sign-up")
class SignUpPage {

    private static final String ACTION = "sign-up";

    private final Newcomers newcomers;
    private final Registration registration;
    private final Terms terms;
    private final Captcha captcha;

    SignUpPage(Newcomers newcomers, Registration registration, Terms terms, Captcha captcha) {
        this.newcomers = newcomers;
        this.registration = registration;
        this.terms = terms;
        this.captcha = captcha;
    }

    @GetMapping
    ModelAndView show(SignUpForm form, @RequestParam(name = "sent", defaultValue = "") String sent) {
        return sent.isEmpty()
                ? page(form)
                : new ModelAndView("identity/sign-up-sent").addObject("onward", text(Onward.of(form.onward())));
    }

    @PostMapping
    CompletableFuture<Object> ask(
            SignUpForm form, Locale locale, HttpServletRequest request, HttpServletResponse response) {
        String pass = Response.of(request);
        return Steady.answer(() -> answer(form, pass, locale, response));
    }

    /** What the form itself tells is judged first: a pass serves once. */
    private Object answer(SignUpForm form, String pass, Locale locale, HttpServletResponse response) {
        try {
            Onward onward = Onward.of(form.onward());
            Applicant applicant = form.applicant(locale, terms.version());
            registration.requireGood(applicant);
            captcha.require(ACTION, pass);
            newcomers.ask(applicant, onward);
            return Answers.goTo(Answers.carrying("/sign-up?sent=true", onward));
        } catch (Refused no) {
            Answers.tellWhen(response, no);
            return Answers.refused(page(form), no);
        }
    }

    private ModelAndView page(SignUpForm form) {
        return new ModelAndView("identity/sign-up")
                .addObject("form", form.again())
                .addObject("onward", text(Onward.of(form.onward())))
                .addObject("closed", closed(form.invitation()))
                .addObject("captcha", captcha.shown(ACTION).orElse(null));
    }

    private static String text(Onward onward) {
        return onward.given() ? onward.toString() : "";
    }

    /** Message key of why nobody signs up with this invitation, or without one; null when somebody does. */
    private @Nullable String closed(String invitation) {
        return switch (registration.signUp()) {
            case OPEN ->
                invitation.isEmpty() || registration.opensSignUp(invitation) ? null : "refused.invitation.unknown";
            case INVITATION ->
                invitation.isEmpty()
                        ? "refused.invitation.required"
                        : registration.opensSignUp(invitation) ? null : "refused.invitation.unknown";
            case CLOSED -> "refused.sign-up.closed";
        };
    }
}
