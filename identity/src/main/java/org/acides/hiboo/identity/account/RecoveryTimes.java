package org.acides.hiboo.identity.account;

import java.time.Duration;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * How long a recovery takes.
 *
 * @param delay from its confirmation until the factors go, in which the member can call it off
 * @param proposal from its proposal until it lapses, if no other admin confirms it
 */
@Component
record RecoveryTimes(Duration delay, Duration proposal) {

    @Autowired
    RecoveryTimes(
            @Value("${hiboo.recovery.delay:72h}") Duration delay,
            @Value("${hiboo.recovery.proposal:14d}") Duration proposal) {
        this.delay = within("delay", delay, Duration.ofDays(30));
        this.proposal = within("proposal", proposal, Duration.ofDays(90));
    }

    private static Duration within(String name, Duration given, Duration most) {
        if (given.compareTo(Duration.ofHours(1)) < 0 || given.compareTo(most) > 0)
            throw new IllegalArgumentException("hiboo.recovery." + name + ": 1h to " + most.toDays() + "d");
        return given;
    }
}
