package org.acides.hiboo.identity.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.acides.hiboo.identity.account.AccountState;
import org.acides.hiboo.identity.account.Accounts;
import org.acides.hiboo.identity.account.PasskeyFactors;
import org.acides.hiboo.identity.account.SecondFactors;
import org.acides.hiboo.identity.api.SignedIn;
import org.acides.hiboo.identity.passkey.PasskeyOptions;
import org.acides.hiboo.identity.passkey.Proof;
import org.acides.hiboo.infrastructure.api.Refused;
import org.acides.hiboo.infrastructure.web.Onward;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/**
 * Lets in whoever signs with a passkey that makes sure whose hands it is in: no name is typed, nor a password. Nothing can be
 * guessed here, so that no try is counted.
 */
@Controller
class PasskeySignIn {

    private final PasskeyOptions options;
    private final PasskeyFactors passkeys;
    private final PasskeyPart part;
    private final Accounts accounts;
    private final SecondFactors factors;
    private final KnownBrowsers browsers;
    private final Door door;

    PasskeySignIn(
            PasskeyOptions options,
            PasskeyFactors passkeys,
            PasskeyPart part,
            Accounts accounts,
            SecondFactors factors,
            KnownBrowsers browsers,
            Door door) {
        this.options = options;
        this.passkeys = passkeys;
        this.part = part;
        this.accounts = accounts;
        this.factors = factors;
        this.browsers = browsers;
        this.door = door;
    }

    @PostMapping("/sign-in/passkey")
    @ResponseBody
    PasskeyOptions.Request ask(HttpServletRequest request, HttpServletResponse response) {
        return options.signIn(part.begin(request, response));
    }

    @PostMapping(path = "/sign-in", params = "credential")
    Object enter(
            @AuthenticationPrincipal @Nullable SignedIn who,
            @RequestParam(name = "continue", defaultValue = "") String onward,
            @RequestParam(name = "again", defaultValue = "false") String again,
            HttpServletRequest request,
            HttpServletResponse response) {
        Onward next = Onward.of(onward);
        boolean asked = again.equals("true");
        try {
            Proof proof = passkeys.signIn(PasskeyPart.assertion(request), part.secret(request));
            AccountState account = accounts.find(proof.account()).orElseThrow(() -> new Refused("passkey.unknown"));
            if (account.blocked()) throw new Refused("sign-in.blocked");
            boolean begins = door.enter(account, proof.methods(), who, asked, request, response);
            factors.keep(account.id());
            browsers.proved(account, begins, request, response);
            return Answers.goTo(door.beyond(account, next));
        } catch (Refused no) {
            return Answers.refused(SignInPage.page(next, asked, ""), no);
        }
    }
}
