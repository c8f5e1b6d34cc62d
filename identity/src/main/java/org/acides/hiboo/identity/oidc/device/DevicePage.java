package org.acides.hiboo.identity.oidc.device;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.acides.hiboo.identity.api.SignedIn;
import org.acides.hiboo.identity.entry.Dialogue;
import org.acides.hiboo.identity.entry.PlainWish;
import org.acides.hiboo.identity.entry.Step;
import org.acides.hiboo.identity.entry.Wish;
import org.acides.hiboo.identity.profile.Profiles;
import org.acides.hiboo.infrastructure.api.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Where a person confirms a device's code (RFC 8628 §3.3): the code, whether the device is in front of them, as which
 * profile, and what the service learns. A link that holds the code leads to the same questions (§5.4).
 */
@Controller
@RequestMapping("/device")
class DevicePage {

    private final Confirmations confirmations;
    private final Dialogue dialogue;
    private final Profiles profiles;

    DevicePage(Confirmations confirmations, Dialogue dialogue, Profiles profiles) {
        this.confirmations = confirmations;
        this.dialogue = dialogue;
        this.profiles = profiles;
    }

    @GetMapping
    Object ask(
            @AuthenticationPrincipal @Nullable SignedIn who,
            @RequestParam(name = "user_code", defaultValue = "") String typed) {
        return who == null ? signInFirst(typed) : form(typed, null);
    }

    @PostMapping
    Object find(
            @AuthenticationPrincipal @Nullable SignedIn who,
            @RequestParam(name = "user_code", defaultValue = "") String typed) {
        if (who == null) return signInFirst(typed);
        try {
            Confirmations.Question question = confirmations.find(typed, who);
            return new ModelAndView("identity/device-confirm").addObject("question", question);
        } catch (Refused no) {
            return form(typed, no);
        }
    }

    @PostMapping("/confirm")
    Object confirm(
            @AuthenticationPrincipal @Nullable SignedIn who,
            @RequestParam(name = "user_code", defaultValue = "") String typed,
            @RequestParam(name = "decision", defaultValue = "") String decision) {
        if (who == null) return signInFirst(typed);
        try {
            Confirmations.Question question = confirmations.find(typed, who);
            if (!decision.equals("mine")) return denied(question);
            return goTo(entering(question));
        } catch (Refused no) {
            return form(typed, no);
        }
    }

    @GetMapping("/enter")
    Object enter(
            @AuthenticationPrincipal @Nullable SignedIn who,
            @RequestParam(name = "user_code", defaultValue = "") String typed,
            @RequestParam(name = "picked", defaultValue = "") String token) {
        if (who == null) return signInFirst(typed);
        try {
            Confirmations.Question question = confirmations.find(typed, who);
            return switch (step(question, who, token)) {
                case Step.SignIn _ -> signInFirst(typed);
                case Step.Prove step -> goTo(step.leadingTo(entering(question)));
                case Step.Pick _ ->
                    goTo("/picker?service=" + question.service().id() + "&continue=" + encode(entering(question)));
                case Step.Enter step -> entering(question, step, token);
            };
        } catch (Refused no) {
            return form(typed, no);
        }
    }

    @PostMapping("/enter")
    Object answer(
            @AuthenticationPrincipal @Nullable SignedIn who,
            @RequestParam(name = "user_code", defaultValue = "") String typed,
            @RequestParam(name = "picked", defaultValue = "") String token,
            @RequestParam(name = "decision", defaultValue = "") String decision) {
        if (who == null) return signInFirst(typed);
        try {
            Confirmations.Question question = confirmations.find(typed, who);
            if (!decision.equals("allow")) return denied(question);
            if (!(step(question, who, token) instanceof Step.Enter step)) return goTo(entering(question));
            confirmations.allow(question, step.profile(), step.who());
            return done(question, true);
        } catch (Refused no) {
            return form(typed, no);
        }
    }

    private Step step(Confirmations.Question question, SignedIn who, String token) {
        Wish wish = new PlainWish(
                question.service().id(), question.service().open(), true, why -> new Refused("device.unknown"));
        return dialogue.next(wish, who, null, token);
    }

    private static String entering(Confirmations.Question question) {
        return "/device/enter?user_code=" + question.code();
    }

    private Object entering(Confirmations.Question question, Step.Enter step, String token) {
        return new ModelAndView("identity/device-enter")
                .addObject("question", question)
                .addObject("profile", profiles.find(step.profile()).orElseThrow(() -> new Refused("device.unknown")))
                .addObject("picked", token);
    }

    private Object denied(Confirmations.Question question) {
        confirmations.deny(question);
        return done(question, false);
    }

    private static ModelAndView done(Confirmations.Question question, boolean allowed) {
        return new ModelAndView("identity/device-done")
                .addObject("service", question.service())
                .addObject("allowed", allowed);
    }

    private static ModelAndView form(String typed, @Nullable Refused refusal) {
        ModelAndView page = new ModelAndView("identity/device");
        page.addObject("typed", UserCode.typed(typed).map(UserCode::toString).orElse(""));
        if (refusal == null) return page;
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        page.addObject("refusal", "refused." + refusal.code());
        page.addObject("arguments", refusal.arguments().toArray());
        return page;
    }

    private static ResponseEntity<Void> signInFirst(String typed) {
        String code = UserCode.typed(typed).map(known -> "?user_code=" + known).orElse("");
        return goTo("/sign-in?continue=" + encode("/device" + code));
    }

    private static ResponseEntity<Void> goTo(String address) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.LOCATION, address)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
