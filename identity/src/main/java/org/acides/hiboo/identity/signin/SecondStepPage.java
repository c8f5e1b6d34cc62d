package org.acides.hiboo.identity.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Set;
import org.acides.hiboo.identity.account.AccountState;
import org.acides.hiboo.identity.account.Accounts;
import org.acides.hiboo.identity.account.SecondFactors;
import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.FactorKind;
import org.acides.hiboo.identity.api.SignedIn;
import org.acides.hiboo.identity.credential.Attempts;
import org.acides.hiboo.identity.factor.Factors;
import org.acides.hiboo.identity.signin.SecondSteps.Waiting;
import org.acides.hiboo.infrastructure.api.Refused;
import org.acides.hiboo.infrastructure.web.ClientCertificates;
import org.acides.hiboo.infrastructure.web.Onward;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Asks whoever knew the password for a second thing. Tries are counted by account, apart from those at passwords. */
@Controller
@RequestMapping("/second-step")
class SecondStepPage {

    private final SecondStep second;
    private final SecondFactors factors;
    private final Factors held;
    private final Accounts accounts;
    private final Attempts attempts;
    private final KnownBrowsers browsers;
    private final ClientCertificates certificates;
    private final Door door;

    SecondStepPage(
            SecondStep second,
            SecondFactors factors,
            Factors held,
            Accounts accounts,
            Attempts attempts,
            KnownBrowsers browsers,
            ClientCertificates certificates,
            Door door) {
        this.second = second;
        this.factors = factors;
        this.held = held;
        this.accounts = accounts;
        this.attempts = attempts;
        this.browsers = browsers;
        this.certificates = certificates;
        this.door = door;
    }

    @GetMapping
    Object show(
            @AuthenticationPrincipal @Nullable SignedIn who,
            @RequestParam(name = "continue", defaultValue = "") String onward,
            HttpServletRequest request) {
        Onward next = Onward.of(onward);
        return second.waiting(who, request)
                .<Object>map(waiting -> page(waiting, next, request))
                .orElseGet(() -> over(who, next));
    }

    @PostMapping
    Object prove(
            @AuthenticationPrincipal @Nullable SignedIn who,
            @RequestParam(name = "code", defaultValue = "") String typed,
            @RequestParam(name = "continue", defaultValue = "") String onward,
            HttpServletRequest request,
            HttpServletResponse response) {
        Onward next = Onward.of(onward);
        Waiting waiting = second.waiting(who, request).orElse(null);
        if (waiting == null) return over(who, next);
        try {
            return pass(waiting, check(waiting, typed, request), who, next, request, response);
        } catch (Refused no) {
            Answers.tellWhen(response, no);
            return Answers.refused(page(waiting, next, request), no);
        }
    }

    /** @param methods RFC 8176 values of what they proved */
    Object pass(
            Waiting waiting,
            List<String> methods,
            @Nullable SignedIn who,
            Onward next,
            HttpServletRequest request,
            HttpServletResponse response) {
        AccountState entered =
                second.pass(waiting, methods, who, request, response).orElse(null);
        if (entered == null) return over(null, next);
        browsers.proved(entered, waiting.session() == null, request, response);
        return Answers.goTo(door.beyond(entered, next));
    }

    /**
     * Somebody else who knows the password, and tries codes, holds up browsers alone that the account does not know: the
     * mark that frees a browser is given for a second step that was right.
     */
    private List<String> check(Waiting waiting, String typed, HttpServletRequest request) {
        Visitor visitor = Visitor.of(request);
        attempts.require(subject(waiting.account()), visitor.source(), visitor.device());
        return factors.prove(waiting.account(), typed);
    }

    /** By which tries at the second step are counted, and browsers known, apart from those at the password. */
    static String subject(AccountId account) {
        return "second step " + account;
    }

    ModelAndView page(Waiting waiting, Onward next, HttpServletRequest request) {
        Set<FactorKind> kinds = held.kinds(waiting.account());
        boolean raised = waiting.methods().contains(SignedIn.MULTIPLE);
        boolean passkey = kinds.contains(FactorKind.PASSKEY);
        boolean certificate = kinds.contains(FactorKind.CERTIFICATE);
        String best = passkey ? ".passkey" : certificate ? ".certificate" : "";
        String first = waiting.methods().contains(SignedIn.ELSEWHERE) ? ".elsewhere" : best;
        return new ModelAndView("identity/second-step")
                .addObject("onward", Answers.text(next))
                .addObject("lead", raised ? "second-step.lead.more" : "second-step.lead" + first)
                .addObject("hint", "second-step.code.hint" + (kinds.contains(FactorKind.TOTP) ? "" : best))
                .addObject("passkey", passkey)
                .addObject("certificate", certificate)
                .addObject("shown", certificates.shownBy(request).isPresent())
                .addObject("raised", raised);
    }

    /** Nothing waits here: too late, used, or done already. */
    Object over(@Nullable SignedIn who, Onward next) {
        AccountState account = who == null ? null : accounts.find(who.account()).orElse(null);
        return Answers.goTo(account == null ? Answers.carrying("/sign-in", next) : door.beyond(account, next));
    }
}
