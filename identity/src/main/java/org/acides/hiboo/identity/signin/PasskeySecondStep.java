package org.acides.hiboo.identity.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.acides.hiboo.identity.account.PasskeyFactors;
import org.acides.hiboo.identity.api.SignedIn;
import org.acides.hiboo.identity.passkey.PasskeyOptions;
import org.acides.hiboo.identity.signin.SecondSteps.Waiting;
import org.acides.hiboo.infrastructure.api.Refused;
import org.acides.hiboo.infrastructure.web.Onward;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Lets on whoever knew the password and signs with a passkey of the same account. */
@Controller
class PasskeySecondStep {

    private final SecondStep second;
    private final SecondStepPage page;
    private final PasskeyOptions options;
    private final PasskeyFactors passkeys;
    private final PasskeyPart part;

    PasskeySecondStep(
            SecondStep second, SecondStepPage page, PasskeyOptions options, PasskeyFactors passkeys, PasskeyPart part) {
        this.second = second;
        this.page = page;
        this.options = options;
        this.passkeys = passkeys;
        this.part = part;
    }

    /** 403 where nobody waits. */
    @PostMapping("/second-step/passkey")
    ResponseEntity<PasskeyOptions.Request> ask(
            @AuthenticationPrincipal @Nullable SignedIn who, HttpServletRequest request, HttpServletResponse response) {
        return second.waiting(who, request)
                .map(waiting -> ResponseEntity.ok(options.secondStep(waiting.account(), part.begin(request, response))))
                .orElseGet(() ->
                        ResponseEntity.status(HttpServletResponse.SC_FORBIDDEN).build());
    }

    @PostMapping(path = "/second-step", params = "credential")
    Object prove(
            @AuthenticationPrincipal @Nullable SignedIn who,
            @RequestParam(name = "continue", defaultValue = "") String onward,
            HttpServletRequest request,
            HttpServletResponse response) {
        Onward next = Onward.of(onward);
        Waiting waiting = second.waiting(who, request).orElse(null);
        if (waiting == null) return page.over(who, next);
        try {
            List<String> methods =
                    passkeys.secondStep(waiting.account(), PasskeyPart.assertion(request), part.secret(request));
            return page.pass(waiting, methods, who, next, request, response);
        } catch (Refused no) {
            return Answers.refused(page.page(waiting, next, request), no);
        }
    }
}
