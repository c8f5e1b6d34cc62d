package org.acides.hiboo.identity.saml.logout;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.acides.hiboo.identity.api.SignedIn;
import org.acides.hiboo.identity.saml.Endpoints;
import org.acides.hiboo.identity.saml.Posting;
import org.acides.hiboo.identity.saml.Refusal;
import org.acides.hiboo.identity.saml.Tickets;
import org.acides.hiboo.identity.saml.message.Envelope;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Where service providers sign people out, and answer when they are told to. A message is verified as it comes; from then
 * on a ticket stands for it, with which the browser comes back, and brings our cookies even from another site's form.
 */
@Controller
class LogoutEndpoint {

    private static final String LEAVE = "/saml/leave";
    private static final String ANSWER = "SAMLResponse";
    private static final String REQUEST = "SAMLRequest";

    private final LogoutReading reading;
    private final Tickets tickets;
    private final Departures departures;

    LogoutEndpoint(LogoutReading reading, Tickets tickets, Departures departures) {
        this.reading = reading;
        this.tickets = tickets;
        this.departures = departures;
    }

    @GetMapping(Endpoints.LOGOUT)
    Object byQuery(HttpServletRequest request) {
        boolean answer = request.getParameter(ANSWER) != null;
        String query = request.getQueryString();
        return answer ? told(() -> Envelope.ofQuery(query, ANSWER)) : asked(Envelope.ofQuery(query, REQUEST));
    }

    @PostMapping(Endpoints.LOGOUT)
    Object byForm(HttpServletRequest request) {
        boolean answer = request.getParameter(ANSWER) != null;
        var fields = request.getParameterMap();
        return answer ? told(() -> Envelope.ofForm(fields, ANSWER)) : asked(Envelope.ofForm(fields, REQUEST));
    }

    private Object asked(Envelope envelope) {
        LogoutAsked asked = reading.asked(envelope);
        return Posting.go(LEAVE + "?ticket=" + tickets.issue(LogoutAsked.PURPOSE, asked));
    }

    /** An answer that is not in order is none: the browser goes on, and that service counts as one that was not told. */
    private Object told(java.util.function.Supplier<Envelope> envelope) {
        try {
            LogoutTold told = reading.told(envelope.get());
            return Posting.go(LogoutDetour.PATH + "?told=" + tickets.issue(LogoutTold.PURPOSE, told));
        } catch (Refusal noAnswer) {
            return Posting.go(LogoutDetour.PATH);
        }
    }

    @GetMapping(LEAVE)
    Object leave(
            @AuthenticationPrincipal @Nullable SignedIn who,
            @RequestParam(name = "ticket", defaultValue = "") String ticket,
            HttpServletRequest request,
            HttpServletResponse response) {
        LogoutAsked asked = tickets.read(LogoutAsked.PURPOSE, ticket, LogoutAsked.class);
        return departures.leave(asked, who, request, response);
    }

    @GetMapping(LogoutDetour.PATH)
    Object leaving(
            @RequestParam(name = "told", defaultValue = "") String told,
            HttpServletRequest request,
            HttpServletResponse response) {
        return departures.goOn(answer(told), request, response);
    }

    private @Nullable LogoutTold answer(String ticket) {
        try {
            return ticket.isEmpty() ? null : tickets.read(LogoutTold.PURPOSE, ticket, LogoutTold.class);
        } catch (Refusal stale) {
            return null;
        }
    }

    @ExceptionHandler
    Object refused(Refusal refusal) {
        return Posting.refused(refusal);
    }
}
