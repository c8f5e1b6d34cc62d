package org.acides.hiboo.identity.signin;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import org.acides.hiboo.infrastructure.api.Refused;
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

    private final SignUp signUp;
    private final Terms terms;

    SignUpPage(SignUp signUp, Terms terms) {
        this.signUp = signUp;
        this.terms = terms;
    }

    @GetMapping
    ModelAndView show(SignUpForm form, @RequestParam(name = "sent", defaultValue = "") String sent) {
        return sent.isEmpty() ? page(form) : new ModelAndView("identity/sign-up-sent");
    }

    @PostMapping
    CompletableFuture<Object> ask(SignUpForm form, Locale locale, HttpServletResponse response) {
        return Steady.answer(() -> answer(form, locale, response));
    }

    private Object answer(SignUpForm form, Locale locale, HttpServletResponse response) {
        try {
            signUp.ask(form.applicant(locale, terms.version()));
            return Answers.goTo("/sign-up?sent=true");
        } catch (Refused no) {
            Answers.tellWhen(response, no);
            return Answers.refused(page(form), no);
        }
    }

    private static ModelAndView page(SignUpForm form) {
        return new ModelAndView("identity/sign-up").addObject("form", form.again());
    }
}
