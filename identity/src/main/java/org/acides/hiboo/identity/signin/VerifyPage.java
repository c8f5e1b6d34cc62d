package org.acides.hiboo.identity.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.acides.hiboo.identity.account.Accounts;
import org.acides.hiboo.identity.account.Registration;
import org.acides.hiboo.identity.signin.OneTimeLinks.Purpose;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Where the letter's link leads. Opening it proves nothing, for scanners of mail open links too: a click does. */
@Controller
@RequestMapping("/verify/{token}")
class VerifyPage {

    private final OneTimeLinks links;
    private final Registration registration;
    private final Accounts accounts;
    private final KnownBrowsers browsers;

    VerifyPage(OneTimeLinks links, Registration registration, Accounts accounts, KnownBrowsers browsers) {
        this.links = links;
        this.registration = registration;
        this.accounts = accounts;
        this.browsers = browsers;
    }

    @GetMapping
    ModelAndView ask(@PathVariable String token) {
        if (links.find(token, Purpose.VERIFY).isEmpty()) return over();
        return new ModelAndView("identity/verify").addObject("token", token);
    }

    /** A link that did its work and is clicked again says so again, and does nothing. */
    @PostMapping
    Object verify(@PathVariable String token, HttpServletRequest request, HttpServletResponse response) {
        OneTimeLinks.Found found = links.find(token, Purpose.VERIFY).orElse(null);
        if (found == null) return over();
        if (!found.used()) {
            registration.verifyEmail(found.account());
            links.use(token, Purpose.VERIFY);
            accounts.find(found.account())
                    .ifPresent(account -> browsers.remember(request, response, account.loginName(), account.email()));
        }
        return Answers.goTo(Answers.carrying("/sign-in?done=verified", found.onward()));
    }

    private static ModelAndView over() {
        ModelAndView page = new ModelAndView("identity/link-over", HttpStatus.GONE);
        return page.addObject("purpose", "verify");
    }
}
