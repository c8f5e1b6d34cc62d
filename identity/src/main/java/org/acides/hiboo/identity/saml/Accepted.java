package org.acides.hiboo.identity.saml;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.acides.hiboo.identity.saml.Refusal.Why;
import org.springframework.stereotype.Component;

/** What is asked of every message, whatever it says: that it is meant for us, and for now. */
@Component
public class Accepted {

    /** How old a message may be when it arrives. */
    public static final Duration AGE = Duration.ofMinutes(10);

    private static final Duration SKEW = Duration.ofMinutes(3);

    private final Clock clock;

    Accepted(Clock clock) {
        this.clock = clock;
    }

    /**
     * @param destination as the message says; empty when it does not say
     * @param signed then it has to say (SAML V2.0 Bindings §3.4.5.2 and §3.5.5.2)
     * @throws Refusal DESTINATION or TIME
     */
    public void require(String destination, java.net.URI here, boolean signed, Instant issuedAt) {
        boolean ours = destination.isEmpty() ? !signed : destination.equals(here.toString());
        if (!ours) throw new Refusal(Why.DESTINATION);
        Instant now = clock.instant();
        if (issuedAt.isAfter(now.plus(SKEW)) || issuedAt.plus(AGE).plus(SKEW).isBefore(now))
            throw new Refusal(Why.TIME);
    }
}
