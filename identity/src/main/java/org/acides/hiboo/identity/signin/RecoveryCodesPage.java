package org.acides.hiboo.identity.signin;

import org.acides.hiboo.identity.account.SecondFactors;
import org.acides.hiboo.identity.api.SignedIn;
import org.acides.hiboo.identity.factor.Factors;
import org.acides.hiboo.identity.factor.Freshness;
import org.acides.hiboo.identity.factor.RecoveryCodes;
import org.acides.hiboo.infrastructure.web.Onward;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where members are given recovery codes. Each showing is another ten: none is ever shown a second time. */
@Controller
@RequestMapping("/factors/recovery-codes")
class RecoveryCodesPage {

    private static final String PATH = "/factors/recovery-codes";

    private final SecondFactors second;
    private final Factors factors;
    private final RecoveryCodes recovery;
    private final Freshness freshness;

    RecoveryCodesPage(SecondFactors second, Factors factors, RecoveryCodes recovery, Freshness freshness) {
        this.second = second;
        this.factors = factors;
        this.recovery = recovery;
        this.freshness = freshness;
    }

    @GetMapping
    Object ask(
            @AuthenticationPrincipal @Nullable SignedIn who,
            @RequestParam(name = "continue", defaultValue = "") String onward) {
        Onward next = Onward.of(onward);
        if (who == null || !freshness.of(who)) return Answers.proveFirst(PATH, next);
        if (!factors.any(who.account())) return Answers.goTo(next.address());
        return new ModelAndView("identity/recovery-codes")
                .addObject("onward", Answers.text(next))
                .addObject("leave", next.toString())
                .addObject("left", recovery.left(who.account()));
    }

    @PostMapping
    Object show(
            @AuthenticationPrincipal @Nullable SignedIn who,
            @RequestParam(name = "continue", defaultValue = "") String onward) {
        Onward next = Onward.of(onward);
        if (who == null || !freshness.of(who)) return Answers.proveFirst(PATH, next);
        if (!factors.any(who.account())) return Answers.goTo(next.address());
        return new ModelAndView("identity/recovery-codes-shown")
                .addObject("leave", next.toString())
                .addObject("codes", second.renewRecoveryCodes(who.account()));
    }
}
