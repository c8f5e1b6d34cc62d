package org.acides.hiboo.identity.factor;

import java.time.Clock;
import java.time.Duration;
import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.SessionId;
import org.acides.hiboo.identity.api.SignedIn;
import org.acides.hiboo.identity.session.Sessions;
import org.acides.hiboo.infrastructure.api.Refused;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Whether somebody proved lately who they are, with a second factor where they have one: what an intruder at an open browser
 * must not do asks for that.
 */
@Component
public class Freshness {

    private final Sessions sessions;
    private final Factors factors;
    private final Duration lately;
    private final Clock clock;

    Freshness(Sessions sessions, Factors factors, @Value("${hiboo.session.fresh}") Duration lately, Clock clock) {
        this.sessions = sessions;
        this.factors = factors;
        this.lately = lately;
        this.clock = clock;
    }

    public boolean of(SignedIn who) {
        return who.provedSince(clock.instant().minus(lately)) && (who.provedTwice() || !factors.any(who.account()));
    }

    /** @throws Refused {@code authentication.stale}, also for a session that is over or another's */
    public void require(AccountId account, SessionId session) {
        if (sessions.find(account, session).filter(this::of).isEmpty()) throw new Refused("authentication.stale");
    }
}
