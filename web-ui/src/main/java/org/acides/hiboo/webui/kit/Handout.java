package org.acides.hiboo.webui.kit;

import java.time.Instant;

/**
 * What somebody was given to use some times until some day: an invitation, leave to register, a gift.
 *
 * @param uses how many times it may serve
 * @param used how many times it did
 */
public record Handout(int uses, int used, Instant issuedAt, Instant endsAt, boolean withdrawn) {

    /** Whether it still serves, and if not, why. */
    public enum State {
        OPEN,
        USED_UP,
        OVER,
        WITHDRAWN
    }

    public State state(Instant now) {
        if (withdrawn) return State.WITHDRAWN;
        if (used >= uses) return State.USED_UP;
        return endsAt.isAfter(now) ? State.OPEN : State.OVER;
    }
}
