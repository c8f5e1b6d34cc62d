package org.acides.hiboo.identity.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.acides.hiboo.identity.account.AccountState;
import org.acides.hiboo.identity.api.SignedIn;
import org.acides.hiboo.identity.factor.Factors;
import org.acides.hiboo.identity.session.Device;
import org.acides.hiboo.identity.session.SessionCookie;
import org.acides.hiboo.identity.session.Sessions;
import org.acides.hiboo.infrastructure.web.Onward;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Lets browsers in and out: the session, its cookie, and where they go on to. */
@Component
class Door {

    /** RFC 8176 §2. */
    static final List<String> BY_PASSWORD = List.of("pwd");

    private final Sessions sessions;
    private final SessionCookie cookie;
    private final Terms terms;
    private final Factors factors;

    Door(Sessions sessions, SessionCookie cookie, Terms terms, Factors factors) {
        this.sessions = sessions;
        this.cookie = cookie;
        this.terms = terms;
        this.factors = factors;
    }

    /**
     * Somebody proved who they are. Asked again of who is there already, their session goes on; else it is another one
     * under another cookie, and the one before it ends.
     *
     * @param methods RFC 8176 values
     * @return whether another session began
     */
    boolean enter(
            AccountState account,
            List<String> methods,
            @Nullable SignedIn before,
            boolean again,
            HttpServletRequest request,
            HttpServletResponse response) {
        return enter(account, methods, null, before, again, request, response);
    }

    /** @param provedAt when they did, where another session is to begin; null for just now */
    boolean enter(
            AccountState account,
            List<String> methods,
            @Nullable Instant provedAt,
            @Nullable SignedIn before,
            boolean again,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (again && before != null && before.account().equals(account.id())) {
            sessions.authenticatedAgain(before.session(), methods);
            return false;
        }
        if (before != null) sessions.end(before.account(), before.session());
        String device = Device.named(request.getHeader(HttpHeaders.USER_AGENT));
        cookie.write(
                request,
                response,
                provedAt == null
                        ? sessions.begin(account.id(), methods, device)
                        : sessions.begin(account.id(), methods, device, provedAt));
        return true;
    }

    void leave(@Nullable SignedIn who, HttpServletRequest request, HttpServletResponse response) {
        if (who != null) sessions.end(who.account(), who.session());
        cookie.clear(request, response);
    }

    /** Over the terms, when there are new ones, and over a factor, when a role asks for one and there is none. */
    URI beyond(AccountState account, Onward onward) {
        URI next = lacksFactor(account) ? Answers.carrying(AuthenticatorPage.PATH, onward) : onward.address();
        if (account.terms().equals(terms.version())) return next;
        return URI.create("/terms?continue=" + URLEncoder.encode(next.toString(), StandardCharsets.UTF_8));
    }

    /** Whether the account holds a role that has no effect before it has a factor. */
    boolean lacksFactor(AccountState account) {
        return account.roles().size() > 1 && !factors.any(account.id());
    }
}
