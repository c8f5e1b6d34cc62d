package org.acides.hiboo.identity.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.acides.hiboo.identity.account.AccountState;
import org.acides.hiboo.identity.account.Accounts;
import org.acides.hiboo.identity.api.SignedIn;
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

/** Where members sign in, and prove again who they are when somebody wants to be sure. */
@Controller
@RequestMapping("/sign-in")
class SignInPage {

    private static final int SHOWN_AGAIN = 200;

    private final PasswordCheck passwords;
    private final Accounts accounts;
    private final Letters letters;
    private final SecondStep second;
    private final Door door;
    private final PublicAddress address;

    SignInPage(
            PasswordCheck passwords,
            Accounts accounts,
            Letters letters,
            SecondStep second,
            Door door,
            PublicAddress address) {
        this.passwords = passwords;
        this.accounts = accounts;
        this.letters = letters;
        this.second = second;
        this.door = door;
        this.address = address;
    }

    /**
     * @param onward local path to go on to
     * @param again whether somebody who is signed in is asked nevertheless
     * @param hint login name or address to begin with (OpenID Connect Core §3.1.2.1, {@code login_hint})
     */
    @GetMapping
    Object show(
            @AuthenticationPrincipal @Nullable SignedIn who,
            @RequestParam(name = "continue", defaultValue = "") String onward,
            @RequestParam(name = "again", defaultValue = "false") String again,
            @RequestParam(name = "hint", defaultValue = "") String hint,
            @RequestParam(name = "done", defaultValue = "") String done) {
        Onward next = Onward.of(onward);
        AccountState account = who == null ? null : accounts.find(who.account()).orElse(null);
        if (account == null) return page(next, false, hint).addObject("done", done);
        if (again.equals("true")) return page(next, true, hint.isEmpty() ? account.loginName() : hint);
        return Answers.goTo(door.beyond(account, next));
    }

    @PostMapping
    Object enter(
            @AuthenticationPrincipal @Nullable SignedIn who,
            @RequestParam(name = "username", defaultValue = "") String name,
            @RequestParam(name = "password", defaultValue = "") String password,
            @RequestParam(name = "continue", defaultValue = "") String onward,
            @RequestParam(name = "again", defaultValue = "false") String again,
            HttpServletRequest request,
            HttpServletResponse response) {
        Onward next = Onward.of(onward);
        boolean asked = again.equals("true");
        try {
            PasswordCheck.Passed passed = passwords.check(name, password, Visitor.of(request));
            Visitor.remember(response, address.isSecure(request), passed.device());
            AccountState account = passed.account();
            if (!account.verified()) {
                letters.verify(account, next);
                return new ModelAndView("identity/verify-first")
                        .addObject("onward", next.given() ? next.toString() : "");
            }
            if (second.isAsked(account.id())) {
                second.begin(account.id(), Door.BY_PASSWORD, asked ? who : null, request, response);
                return Answers.goTo(Answers.carrying("/second-step", next));
            }
            door.enter(account, Door.BY_PASSWORD, who, asked, request, response);
            if (!passed.known()) letters.newDevice(account, request);
            return Answers.goTo(door.beyond(account, next));
        } catch (Refused no) {
            Answers.tellWhen(response, no);
            return Answers.refused(page(next, asked, name), no);
        }
    }

    static ModelAndView page(Onward next, boolean again, String name) {
        return new ModelAndView("identity/sign-in")
                .addObject("onward", next.given() ? next.toString() : "")
                .addObject("again", again)
                .addObject("name", name.length() > SHOWN_AGAIN ? name.substring(0, SHOWN_AGAIN) : name);
    }
}
