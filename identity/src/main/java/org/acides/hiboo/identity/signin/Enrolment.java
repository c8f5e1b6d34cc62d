package org.acides.hiboo.identity.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.acides.hiboo.identity.api.SignedIn;
import org.acides.hiboo.identity.factor.RecoveryCodes;
import org.acides.hiboo.identity.session.Sessions;
import org.acides.hiboo.infrastructure.web.Onward;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Goes on from a factor that was just added: its owner proved it by that. */
@Component
class Enrolment {

    private final Sessions sessions;
    private final KnownBrowsers browsers;
    private final RecoveryCodes recovery;

    Enrolment(Sessions sessions, KnownBrowsers browsers, RecoveryCodes recovery) {
        this.sessions = sessions;
        this.browsers = browsers;
        this.recovery = recovery;
    }

    /** @param methods RFC 8176 values of what they proved by the factor */
    ResponseEntity<Void> goOn(
            SignedIn who, List<String> methods, Onward next, HttpServletRequest request, HttpServletResponse response) {
        Set<String> all = new LinkedHashSet<>(who.methods());
        all.addAll(methods);
        sessions.provedMore(who.session(), List.copyOf(all));
        browsers.remember(request, response, SecondStepPage.subject(who.account()));
        boolean first = recovery.left(who.account()) == 0;
        return Answers.goTo(first ? Answers.carrying("/factors/recovery-codes", next) : next.address());
    }
}
