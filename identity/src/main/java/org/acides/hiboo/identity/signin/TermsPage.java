package org.acides.hiboo.identity.signin;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.acides.hiboo.identity.account.AccountState;
import org.acides.hiboo.identity.account.Accounts;
import org.acides.hiboo.identity.account.Registration;
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

/** The community's terms for anyone to read, and for members to accept when there are new ones. */
@Controller
@RequestMapping("/terms")
class TermsPage {

    private final Terms terms;
    private final Accounts accounts;
    private final Registration registration;

    TermsPage(Terms terms, Accounts accounts, Registration registration) {
        this.terms = terms;
        this.accounts = accounts;
        this.registration = registration;
    }

    @GetMapping
    ModelAndView show(
            @AuthenticationPrincipal @Nullable SignedIn who,
            @RequestParam(name = "continue", defaultValue = "") String onward,
            Locale locale) {
        Onward next = Onward.of(onward);
        boolean outdated = who != null
                && accounts.find(who.account())
                        .map(AccountState::terms)
                        .filter(accepted -> !accepted.equals(terms.version()))
                        .isPresent();
        return new ModelAndView("identity/terms")
                .addObject("paragraphs", terms.paragraphs(locale))
                .addObject("version", terms.version())
                .addObject("onward", next.given() ? next.toString() : "")
                .addObject("outdated", outdated);
    }

    /** @param version of the terms that the page showed; when they changed meanwhile, the page shows again */
    @PostMapping
    Object accept(
            @AuthenticationPrincipal @Nullable SignedIn who,
            @RequestParam(name = "version", defaultValue = "") String version,
            @RequestParam(name = "continue", defaultValue = "") String onward) {
        Onward next = Onward.of(onward);
        String encoded = URLEncoder.encode(next.toString(), StandardCharsets.UTF_8);
        if (who == null) return Answers.goTo("/sign-in?continue=" + encoded);
        if (!version.equals(terms.version())) return Answers.goTo("/terms?continue=" + encoded);
        registration.acceptTerms(who.account(), version);
        return Answers.goTo(next.address());
    }
}
