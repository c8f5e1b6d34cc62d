package org.acides.hiboo.identity.oidc.authorization;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.acides.hiboo.identity.api.SignedIn;
import org.acides.hiboo.identity.entry.Dialogue;
import org.acides.hiboo.identity.entry.Step;
import org.acides.hiboo.identity.oidc.EnteredAs;
import org.acides.hiboo.identity.oidc.Subjects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** Where applications send people (RFC 6749 §3.1, OpenID Connect Core §3.1.2). */
@Controller
class AuthorizationEndpoint {

    private static final String PATH = "/oauth2/authorize";

    private final Requests requests;
    private final WrappedRequests wrapped;
    private final Arrivals arrivals;
    private final Dialogue dialogue;
    private final Subjects subjects;
    private final PushedRequests pushed;
    private final Codes codes;
    private final Answers answers;
    private final Clock clock;

    AuthorizationEndpoint(
            Requests requests,
            WrappedRequests wrapped,
            Arrivals arrivals,
            Dialogue dialogue,
            Subjects subjects,
            PushedRequests pushed,
            Codes codes,
            Answers answers,
            Clock clock) {
        this.requests = requests;
        this.wrapped = wrapped;
        this.arrivals = arrivals;
        this.dialogue = dialogue;
        this.subjects = subjects;
        this.pushed = pushed;
        this.codes = codes;
        this.answers = answers;
        this.clock = clock;
    }

    @GetMapping(PATH)
    Object authorize(
            @AuthenticationPrincipal @Nullable SignedIn who, HttpServletRequest request, HttpServletResponse response) {
        Parameters sent = Parameters.of(request.getParameterMap());
        Optional<String> unwrapped = wrapped.push(sent);
        if (unwrapped.isPresent()) return Answers.go(PATH + "?" + unwrapped.get());
        Instant first =
                arrivals.verify(sent, request.getParameter(Arrivals.PARAMETER)).orElse(null);
        Asked asked = requests.read(sent, first);
        return switch (dialogue.next(new AskedWish(asked, subjects), who, first, request.getParameter("picked"))) {
            case Step.SignIn step ->
                Answers.signIn(
                        here(sent, first), asked.parameters().get("login_hint").orElse(null), step.again());
            case Step.Prove step -> Answers.go(step.leadingTo(here(sent, first)));
            case Step.Pick _ ->
                Answers.go("/picker?service=" + asked.service() + "&continue=" + Answers.encode(here(sent, first)));
            case Step.Enter step -> enter(asked, step, response);
        };
    }

    /**
     * A form from an application's page comes without our cookie, which is {@code SameSite=Lax}: what it says is asked
     * again with GET, which brings it.
     */
    @PostMapping(PATH)
    Object authorizeByForm(HttpServletRequest request) {
        Parameters sent = Parameters.of(request.getParameterMap());
        if (sent.length() > Rules.LONGEST) requests.read(sent, null);
        return Answers.go(PATH + "?" + sent.query());
    }

    private Object enter(Asked asked, Step.Enter step, HttpServletResponse response) {
        asked.pushed().ifPresent(pushed::use);
        return switch (codes.issue(asked, new EnteredAs(step.profile(), asked.service(), step.who()))) {
            case Codes.Outcome.Code code -> answers.code(asked.reply(), code.value(), response);
            case Codes.Outcome.Consent waiting ->
                Answers.go("/oauth2/consent?state=" + Answers.encode(waiting.state()));
        };
    }

    private String here(Parameters sent, @Nullable Instant first) {
        String arrived = arrivals.sign(sent, first == null ? clock.instant() : first);
        return PATH + "?" + sent.query() + "&" + Arrivals.PARAMETER + "=" + arrived;
    }

    @ExceptionHandler
    Object refused(Refusal refusal, HttpServletResponse response) {
        return answers.refusal(refusal, response);
    }
}
