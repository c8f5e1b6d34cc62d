package org.acides.hiboo.identity.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.acides.hiboo.identity.account.AccountState;
import org.acides.hiboo.identity.account.Accounts;
import org.acides.hiboo.identity.account.SecondFactors;
import org.acides.hiboo.identity.api.SignedIn;
import org.acides.hiboo.identity.factor.Authenticators;
import org.acides.hiboo.identity.factor.Authenticators.Offer;
import org.acides.hiboo.identity.factor.Freshness;
import org.acides.hiboo.identity.factor.QrImage;
import org.acides.hiboo.identity.factor.Totp;
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

/** Where members put Hiboo's secret into an authenticator application: nothing counts before a code of it was typed. */
@Controller
@RequestMapping("/factors/authenticator")
class AuthenticatorPage {

    static final String PATH = "/factors/authenticator";

    /** Why somebody was led here who had not asked for it. */
    private static final String SERVICE = "service";

    private final Authenticators authenticators;
    private final SecondFactors factors;
    private final Enrolment enrolment;
    private final Freshness freshness;
    private final Accounts accounts;
    private final Door door;
    private final PublicAddress address;

    AuthenticatorPage(
            Authenticators authenticators,
            SecondFactors factors,
            Enrolment enrolment,
            Freshness freshness,
            Accounts accounts,
            Door door,
            PublicAddress address) {
        this.authenticators = authenticators;
        this.factors = factors;
        this.enrolment = enrolment;
        this.freshness = freshness;
        this.accounts = accounts;
        this.door = door;
        this.address = address;
    }

    @GetMapping
    Object show(
            @AuthenticationPrincipal @Nullable SignedIn who,
            @RequestParam(name = "for", defaultValue = "") String cause,
            @RequestParam(name = "continue", defaultValue = "") String onward) {
        Onward next = Onward.of(onward);
        if (who == null || !freshness.of(who)) return Answers.proveFirst(here(cause), next);
        return page(who, cause, authenticators.offer(who.account()), next);
    }

    @PostMapping
    Object enrol(
            @AuthenticationPrincipal @Nullable SignedIn who,
            @RequestParam(name = "token", defaultValue = "") String token,
            @RequestParam(name = "code", defaultValue = "") String typed,
            @RequestParam(name = "for", defaultValue = "") String cause,
            @RequestParam(name = "continue", defaultValue = "") String onward,
            HttpServletRequest request,
            HttpServletResponse response) {
        Onward next = Onward.of(onward);
        if (who == null || !freshness.of(who)) return Answers.proveFirst(here(cause), next);
        try {
            List<String> methods = factors.enrolAuthenticator(who.account(), token, typed);
            return enrolment.goOn(who, methods, next, request, response);
        } catch (Refused no) {
            Offer offer =
                    authenticators.again(who.account(), token).orElseGet(() -> authenticators.offer(who.account()));
            return Answers.refused(page(who, cause, offer, next), no);
        }
    }

    private static String here(String cause) {
        return cause.equals(SERVICE) ? PATH + "?for=" + SERVICE : PATH;
    }

    private ModelAndView page(SignedIn who, String cause, Offer offer, Onward next) {
        AccountState account = accounts.find(who.account()).orElseThrow();
        String link = Totp.address(offer.secret(), address.origin().getAuthority(), account.loginName());
        return new ModelAndView("identity/authenticator")
                .addObject("onward", Answers.text(next))
                .addObject("cause", cause.equals(SERVICE) ? SERVICE : door.lacksFactor(account) ? "role" : "")
                .addObject("leave", cause.equals(SERVICE) ? "/" : next.toString())
                .addObject("token", offer.token())
                .addObject("secret", offer.secret().replaceAll("(.{4})(?!$)", "$1 "))
                .addObject("link", link)
                .addObject("picture", QrImage.of(link));
    }
}
