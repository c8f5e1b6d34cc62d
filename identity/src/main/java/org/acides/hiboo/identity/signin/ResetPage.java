package org.acides.hiboo.identity.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.concurrent.CompletableFuture;
import org.acides.hiboo.identity.account.AccountState;
import org.acides.hiboo.identity.captcha.Captcha;
import org.acides.hiboo.identity.captcha.Response;
import org.acides.hiboo.identity.credential.Attempts;
import org.acides.hiboo.identity.signin.OneTimeLinks.Purpose;
import org.acides.hiboo.infrastructure.api.Refused;
import org.acides.hiboo.infrastructure.web.PublicAddress;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where people get on who forgot their password: they ask for a letter, and choose another with its link. */
@Controller
@RequestMapping("/reset")
class ResetPage {

    private static final String ACTION = "reset";

    private final Reset reset;
    private final OneTimeLinks links;
    private final PasswordCheck passwords;
    private final Letters letters;
    private final Attempts attempts;
    private final PublicAddress address;
    private final Captcha captcha;

    ResetPage(
            Reset reset,
            OneTimeLinks links,
            PasswordCheck passwords,
            Letters letters,
            Attempts attempts,
            PublicAddress address,
            Captcha captcha) {
        this.reset = reset;
        this.links = links;
        this.passwords = passwords;
        this.letters = letters;
        this.attempts = attempts;
        this.address = address;
        this.captcha = captcha;
    }

    @GetMapping
    ModelAndView ask(@RequestParam(name = "sent", defaultValue = "") String sent) {
        return new ModelAndView(sent.isEmpty() ? "identity/reset" : "identity/reset-sent");
    }

    /**
     * Says the same whether the account exists or not, in the same time. Whoever asks too often waits, or shows that they
     * are no robot; letters to one account are few in any case.
     */
    @PostMapping
    CompletableFuture<Object> send(
            @RequestParam(name = "username", defaultValue = "") String name,
            HttpServletRequest request,
            HttpServletResponse response) {
        Visitor visitor = Visitor.of(request);
        String pass = Response.of(request);
        return Steady.answer(() -> {
            try {
                requireCalm(name, visitor, pass);
            } catch (Refused no) {
                Answers.tellWhen(response, no);
                ModelAndView again = new ModelAndView("identity/reset").addObject("username", again(name));
                captcha.shown(ACTION).ifPresent(shown -> again.addObject("captcha", shown));
                return Answers.refused(again, no);
            }
            passwords.named(name).filter(account -> !account.blocked()).ifPresent(letters::reset);
            return Answers.goTo("/reset?sent=true");
        });
    }

    private void requireCalm(String name, Visitor visitor, String pass) {
        try {
            attempts.require("reset " + name, visitor.source(), visitor.device());
        } catch (Refused throttled) {
            if (pass.isEmpty() || captcha.sources().isEmpty()) throw throttled;
            captcha.require(ACTION, pass);
        }
    }

    private static String again(String name) {
        return name.length() > 254 ? "" : name;
    }

    @GetMapping("/{token}")
    ModelAndView choose(@PathVariable String token) {
        boolean holds =
                links.find(token, Purpose.RESET).filter(found -> !found.used()).isPresent();
        return holds ? page(token) : over();
    }

    @PostMapping("/{token}")
    Object set(
            @PathVariable String token,
            @RequestParam(name = "password", defaultValue = "") String chosen,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            AccountState account = reset.to(token, chosen).orElse(null);
            if (account == null) return over();
            Visitor visitor = Visitor.of(request);
            String device = attempts.succeeded(account.loginName(), visitor.source(), visitor.device());
            Visitor.remember(response, address.isSecure(request), device);
            return Answers.goTo("/sign-in?done=reset");
        } catch (Refused no) {
            Answers.tellWhen(response, no);
            return Answers.refused(page(token), no);
        }
    }

    private static ModelAndView page(String token) {
        return new ModelAndView("identity/reset-choose").addObject("token", token);
    }

    private static ModelAndView over() {
        return new ModelAndView("identity/link-over", HttpStatus.GONE).addObject("purpose", "reset");
    }
}
