package org.acides.hiboo.identity.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.acides.hiboo.identity.account.AccountState;
import org.acides.hiboo.identity.account.Accounts;
import org.acides.hiboo.identity.account.SecondFactors;
import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.SignedIn;
import org.acides.hiboo.identity.credential.Attempts;
import org.acides.hiboo.identity.signin.SecondSteps.Waiting;
import org.acides.hiboo.infrastructure.api.Refused;
import org.acides.hiboo.infrastructure.web.Onward;
import org.acides.hiboo.infrastructure.web.PublicAddress;
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
    private final Accounts accounts;
    private final Attempts attempts;
    private final Letters letters;
    private final Door door;
    private final PublicAddress address;

    SecondStepPage(
            SecondStep second,
            SecondFactors factors,
            Accounts accounts,
            Attempts attempts,
            Letters letters,
            Door door,
            PublicAddress address) {
        this.second = second;
        this.factors = factors;
        this.accounts = accounts;
        this.attempts = attempts;
        this.letters = letters;
        this.door = door;
        this.address = address;
    }

    @GetMapping
    Object show(
            @AuthenticationPrincipal @Nullable SignedIn who,
            @RequestParam(name = "continue", defaultValue = "") String onward,
            HttpServletRequest request) {
        Onward next = Onward.of(onward);
        return second.waiting(who, request).isPresent() ? page(next) : over(who, next);
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
            boolean known = attempts.knows(
                    subject(waiting.account()), Visitor.of(request).device());
            List<String> methods = check(waiting, typed, request, response);
            Optional<AccountState> account = second.pass(waiting, methods, who, request, response);
            if (!known && waiting.session() == null) account.ifPresent(entered -> letters.newDevice(entered, request));
            return account.<Object>map(entered -> Answers.goTo(door.beyond(entered, next)))
                    .orElseGet(() -> over(null, next));
        } catch (Refused no) {
            Answers.tellWhen(response, no);
            return Answers.refused(page(next), no);
        }
    }

    /**
     * Somebody else who knows the password, and tries codes, holds up browsers alone that the account does not know: the
     * mark that frees a browser is given for a second step that was right.
     */
    private List<String> check(
            Waiting waiting, String typed, HttpServletRequest request, HttpServletResponse response) {
        Visitor visitor = Visitor.of(request);
        String subject = subject(waiting.account());
        attempts.require(subject, visitor.source(), visitor.device());
        List<String> methods = factors.prove(waiting.account(), typed);
        String device = attempts.succeeded(subject, visitor.source(), visitor.device());
        Visitor.remember(response, address.isSecure(request), device);
        return methods;
    }

    /** By which tries at the second step are counted, and browsers known, apart from those at the password. */
    static String subject(AccountId account) {
        return "second step " + account;
    }

    private static ModelAndView page(Onward next) {
        return new ModelAndView("identity/second-step").addObject("onward", Answers.text(next));
    }

    /** Nothing waits here: too late, used, or done already. */
    private Object over(@Nullable SignedIn who, Onward next) {
        AccountState account = who == null ? null : accounts.find(who.account()).orElse(null);
        return Answers.goTo(account == null ? Answers.carrying("/sign-in", next) : door.beyond(account, next));
    }
}
