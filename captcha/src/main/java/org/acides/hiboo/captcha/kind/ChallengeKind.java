package org.acides.hiboo.captcha.kind;

import org.acides.hiboo.captcha.api.SiteKey;
import tools.jackson.databind.JsonNode;

/**
 * One way of posing a challenge. It keeps nothing: what it needs to judge a solution is in what it posed, which leaves with
 * the challenge, signed, and comes back with the solution.
 */
public interface ChallengeKind {

    /** Small letters, digits and hyphens, at most 20; what sites accept it under, and what {@code kind} in a request says. */
    String name();

    /** Whether a site has what it takes to pose one. Asked as often as {@link #pose}. */
    default boolean isReady(SiteKey site) {
        return true;
    }

    /**
     * Poses a challenge. It is asked by anybody, as often as they like: it costs next to nothing, and reaches no database.
     *
     * @throws org.acides.hiboo.infrastructure.api.Refused when the site has nothing to pose of this kind
     */
    Posed pose(Asked asked);

    /**
     * Judges a solution, at most once for a challenge (unless it {@link #isWork}), and never later than the challenge ends.
     * Whatever it compares with the answer, it compares in constant time.
     *
     * @param posed what {@link #pose} answered, with the answer opened, and nothing shown
     * @param solution whatever the visitor sent, of any shape
     * @throws org.acides.hiboo.infrastructure.api.Refused {@code busy} when nobody can say now: then it was no attempt
     */
    boolean solved(Posed posed, JsonNode solution);

    /**
     * Whether a solution proves itself, at the cost of some milliseconds of a processor: then an application may send it to
     * {@code siteverify} as it is, a repetition of that call under one idempotency key judges it again, and few are judged
     * at once.
     */
    default boolean isWork() {
        return false;
    }

    /** Whether somebody else is asked about a solution, who may take seconds: others must not wait for it. */
    default boolean isAskedElsewhere() {
        return false;
    }

    /**
     * A cheap look at a solution, before anything is used up or worked for; true when it may be right. A solution that fails
     * it was never an attempt.
     */
    default boolean plausible(Posed posed, JsonNode solution) {
        return true;
    }
}
