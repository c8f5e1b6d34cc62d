package org.acides.hiboo.identity.saml.signon;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.acides.hiboo.identity.api.ServiceRef;
import org.acides.hiboo.identity.api.SignedIn;
import org.acides.hiboo.identity.entry.Dialogue;
import org.acides.hiboo.identity.entry.Step;
import org.acides.hiboo.identity.saml.Endpoints;
import org.acides.hiboo.identity.saml.Posting;
import org.acides.hiboo.identity.saml.Refusal;
import org.acides.hiboo.identity.saml.Refusal.Why;
import org.acides.hiboo.identity.saml.Tickets;
import org.acides.hiboo.identity.saml.message.Envelope;
import org.acides.hiboo.identity.saml.naming.Meant;
import org.acides.hiboo.identity.saml.provider.ServiceProvider;
import org.acides.hiboo.identity.saml.provider.ServiceProviders;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Where service providers send people (SAML V2.0 Bindings §3.4 and §3.5). A request is verified as it comes; from then on
 * a ticket stands for it, with which the person goes to and fro, and comes with our cookie, which is
 * {@code SameSite=Lax}, even from another site's form.
 */
@Controller
class SignOnEndpoint {

    private static final String PURPOSE = "sign-on";
    private static final String GO_ON = "/saml/go-on";

    private final SignOnRequests requests;
    private final ServiceProviders providers;
    private final Tickets tickets;
    private final Dialogue dialogue;
    private final Meant meant;
    private final SignOnAnswers answers;

    SignOnEndpoint(
            SignOnRequests requests,
            ServiceProviders providers,
            Tickets tickets,
            Dialogue dialogue,
            Meant meant,
            SignOnAnswers answers) {
        this.requests = requests;
        this.providers = providers;
        this.tickets = tickets;
        this.dialogue = dialogue;
        this.meant = meant;
        this.answers = answers;
    }

    @GetMapping(Endpoints.SIGN_ON)
    Object askedByQuery(HttpServletRequest request) {
        return goOn(requests.read(Envelope.ofQuery(request.getQueryString(), "SAMLRequest")));
    }

    @PostMapping(Endpoints.SIGN_ON)
    Object askedByForm(HttpServletRequest request) {
        return goOn(requests.read(Envelope.ofForm(request.getParameterMap(), "SAMLRequest")));
    }

    /** From Hiboo's own pages, without a request of the service provider's. */
    @GetMapping("/saml/enter")
    Object unasked(@RequestParam(name = "service", defaultValue = "") String service) {
        try {
            return goOn(requests.unasked(ServiceRef.of(service)));
        } catch (IllegalArgumentException noIdentifier) {
            throw new Refusal(Why.UNKNOWN);
        }
    }

    @GetMapping(GO_ON)
    Object next(
            @AuthenticationPrincipal @Nullable SignedIn who,
            @RequestParam(name = "ticket", defaultValue = "") String ticket,
            @RequestParam(name = "picked", required = false) @Nullable String picked,
            HttpServletResponse response) {
        SignOn signOn = tickets.read(PURPOSE, ticket, SignOn.class);
        ServiceProvider provider = providers.find(signOn.service()).orElseThrow(() -> new Refusal(Why.UNKNOWN));
        SignOnWish wish = new SignOnWish(
                signOn, provider.open(), profile -> who != null && meant.by(signOn.subject(), who, profile));
        return switch (dialogue.next(wish, who, signOn.arrived(), picked)) {
            case Step.SignIn step ->
                Posting.go("/sign-in?continue=" + encode(here(ticket)) + (step.again() ? "&again=true" : ""));
            case Step.Prove step -> Posting.go(step.leadingTo(here(ticket)));
            case Step.Pick _ -> Posting.go("/picker?service=" + signOn.service() + "&continue=" + encode(here(ticket)));
            case Step.Enter step -> answers.enter(provider, signOn, step, response);
        };
    }

    private Object goOn(SignOn signOn) {
        return Posting.go(here(tickets.issue(PURPOSE, signOn)));
    }

    private static String here(String ticket) {
        return GO_ON + "?ticket=" + ticket;
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @ExceptionHandler
    Object refused(Refusal refusal) {
        return Posting.refused(refusal);
    }

    @ExceptionHandler
    Object declined(Declined declined, HttpServletResponse response) {
        try {
            return answers.decline(declined, response);
        } catch (Refusal refusal) {
            return Posting.refused(refusal);
        }
    }
}
