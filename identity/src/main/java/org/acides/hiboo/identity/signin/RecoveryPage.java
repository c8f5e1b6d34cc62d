package org.acides.hiboo.identity.signin;

import org.acides.hiboo.identity.account.SecondFactors;
import org.acides.hiboo.identity.signin.OneTimeLinks.Purpose;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Where the letter's link leads whose factors are going to be taken away: a click calls that off. */
@Controller
@RequestMapping("/recovery/{token}")
class RecoveryPage {

    private final OneTimeLinks links;
    private final SecondFactors factors;

    RecoveryPage(OneTimeLinks links, SecondFactors factors) {
        this.links = links;
        this.factors = factors;
    }

    @GetMapping
    ModelAndView ask(@PathVariable String token) {
        if (links.find(token, Purpose.RECOVERY).isEmpty()) return over();
        return new ModelAndView("identity/recovery").addObject("token", token);
    }

    /** Twice is the same as once. */
    @PostMapping
    Object callOff(@PathVariable String token) {
        OneTimeLinks.Found found = links.find(token, Purpose.RECOVERY).orElse(null);
        if (found == null) return over();
        if (links.use(token, Purpose.RECOVERY)) factors.keep(found.account());
        return Answers.goTo("/sign-in?done=recovery-cancelled");
    }

    private static ModelAndView over() {
        return new ModelAndView("identity/link-over", HttpStatus.GONE).addObject("purpose", "recovery");
    }
}
