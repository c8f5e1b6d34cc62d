package org.acides.hiboo.identity.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.acides.hiboo.identity.account.AccountState;
import org.acides.hiboo.identity.account.Accounts;
import org.acides.hiboo.identity.account.PasskeyFactors;
import org.acides.hiboo.identity.api.FactorName;
import org.acides.hiboo.identity.api.SignedIn;
import org.acides.hiboo.identity.factor.Freshness;
import org.acides.hiboo.identity.passkey.PasskeyOptions;
import org.acides.hiboo.identity.session.Device;
import org.acides.hiboo.infrastructure.api.Refused;
import org.acides.hiboo.infrastructure.web.Onward;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where members add a passkey, and call it something. */
@Controller
@RequestMapping("/factors/passkey")
class PasskeyPage {

    private static final String PATH = "/factors/passkey";

    /** Why somebody was led here who had not asked for it. */
    private static final String SERVICE = "service";

    private static final int SHOWN_AGAIN = 200;

    private final PasskeyOptions options;
    private final PasskeyFactors passkeys;
    private final PasskeyPart part;
    private final Enrolment enrolment;
    private final Freshness freshness;
    private final Accounts accounts;

    PasskeyPage(
            PasskeyOptions options,
            PasskeyFactors passkeys,
            PasskeyPart part,
            Enrolment enrolment,
            Freshness freshness,
            Accounts accounts) {
        this.options = options;
        this.passkeys = passkeys;
        this.part = part;
        this.enrolment = enrolment;
        this.freshness = freshness;
        this.accounts = accounts;
    }

    @GetMapping
    Object show(
            @AuthenticationPrincipal @Nullable SignedIn who,
            @RequestParam(name = "for", defaultValue = "") String cause,
            @RequestParam(name = "continue", defaultValue = "") String onward,
            @RequestHeader(name = HttpHeaders.USER_AGENT, defaultValue = "") String browser) {
        Onward next = Onward.of(onward);
        if (who == null || !freshness.of(who)) return Answers.proveFirst(here(cause), next);
        return page(cause, next, Device.named(browser));
    }

    /** 403 for whoever did not prove lately who they are. */
    @PostMapping("/options")
    ResponseEntity<PasskeyOptions.Creation> ask(
            @AuthenticationPrincipal @Nullable SignedIn who, HttpServletRequest request, HttpServletResponse response) {
        if (who == null || !freshness.of(who))
            return ResponseEntity.status(HttpServletResponse.SC_FORBIDDEN).build();
        String login = accounts.find(who.account()).map(AccountState::loginName).orElse("");
        return ResponseEntity.ok(options.enrol(who.account(), login, part.begin(request, response)));
    }

    @PostMapping
    Object enrol(
            @AuthenticationPrincipal @Nullable SignedIn who,
            @RequestParam(name = "name", defaultValue = "") String name,
            @RequestParam(name = "for", defaultValue = "") String cause,
            @RequestParam(name = "continue", defaultValue = "") String onward,
            HttpServletRequest request,
            HttpServletResponse response) {
        Onward next = Onward.of(onward);
        if (who == null || !freshness.of(who)) return Answers.proveFirst(here(cause), next);
        try {
            List<String> methods = passkeys.enrol(
                    who.account(), PasskeyPart.attestation(request), new FactorName(name), part.secret(request));
            return enrolment.goOn(who, methods, next, request, response);
        } catch (Refused no) {
            return Answers.refused(page(cause, next, name), no);
        }
    }

    private static String here(String cause) {
        return cause.equals(SERVICE) ? PATH + "?for=" + SERVICE : PATH;
    }

    private static ModelAndView page(String cause, Onward next, String name) {
        boolean asked = cause.equals(SERVICE);
        return new ModelAndView("identity/passkey")
                .addObject("onward", Answers.text(next))
                .addObject("asked", asked)
                .addObject("leave", asked ? "/" : next.toString())
                .addObject("name", name.length() > SHOWN_AGAIN ? name.substring(0, SHOWN_AGAIN) : name);
    }
}
