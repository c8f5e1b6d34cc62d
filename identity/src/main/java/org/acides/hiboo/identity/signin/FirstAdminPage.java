package org.acides.hiboo.identity.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.acides.hiboo.identity.account.AccountState;
import org.acides.hiboo.identity.account.Registration.Applicant;
import org.acides.hiboo.identity.api.SignedIn;
import org.acides.hiboo.infrastructure.api.Refused;
import org.acides.hiboo.infrastructure.web.Onward;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Where the link leads that Hiboo prints while it has no admin: to an account that is verified and an admin at once. */
@Controller
@RequestMapping("/first-admin/{secret}")
class FirstAdminPage {

    private final FirstAdmin firstAdmin;
    private final Terms terms;
    private final KnownBrowsers browsers;
    private final Door door;

    FirstAdminPage(FirstAdmin firstAdmin, Terms terms, KnownBrowsers browsers, Door door) {
        this.firstAdmin = firstAdmin;
        this.terms = terms;
        this.browsers = browsers;
        this.door = door;
    }

    @GetMapping
    ModelAndView show(@PathVariable String secret, SignUpForm form) {
        return firstAdmin.opens(secret) ? page(secret, form) : over();
    }

    @PostMapping
    Object make(
            @PathVariable String secret,
            @AuthenticationPrincipal @Nullable SignedIn who,
            SignUpForm form,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (!firstAdmin.opens(secret)) return over();
        try {
            Applicant applicant = form.invitedBy(secret).applicant(locale, terms.version());
            AccountState admin = firstAdmin.make(secret, applicant);
            browsers.remember(request, response, admin.loginName(), admin.email());
            door.enter(admin, Door.BY_PASSWORD, who, false, request, response);
            return Answers.goTo(door.beyond(admin, Onward.HOME));
        } catch (Refused no) {
            if (no.code().equals("first-admin.gone")) return over();
            Answers.tellWhen(response, no);
            return Answers.refused(page(secret, form), no);
        }
    }

    private static ModelAndView page(String secret, SignUpForm form) {
        return new ModelAndView("identity/first-admin")
                .addObject("form", form.again())
                .addObject("secret", secret);
    }

    private static ModelAndView over() {
        return new ModelAndView("identity/link-over", HttpStatus.GONE).addObject("purpose", "first-admin");
    }
}
