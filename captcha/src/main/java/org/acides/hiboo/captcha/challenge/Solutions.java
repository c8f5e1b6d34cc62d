package org.acides.hiboo.captcha.challenge;

import java.util.function.Predicate;
import org.acides.hiboo.captcha.api.SiteKey;
import org.acides.hiboo.captcha.kind.ChallengeKind;
import org.acides.hiboo.captcha.pressure.Pressure;
import org.acides.hiboo.captcha.site.KnownSite;
import org.acides.hiboo.captcha.site.Sites;
import org.acides.hiboo.infrastructure.api.Refused;
import org.acides.hiboo.infrastructure.hashing.Turns;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Checks solutions in full, cheap checks first. What costs a processor's time is done by half of the cores at most, and few
 * are let in to wait for them: whoever floods us with work makes others wait for their pass, and nobody for anything else.
 */
@Component
public class Solutions {

    private static final int CORES = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);

    /** So many keys are derived, on one core, in less than the seconds that a browser waits. */
    private static final int ROOM_PER_CORE = 16;

    /** A wrong answer costs a connection to the database for some milliseconds; sign-ins need some, too. */
    private static final int ANSWERS = 8;

    /** Each waits for somebody else for seconds, and holds nothing but a thread. */
    private static final int ASKED_ELSEWHERE = 16;

    /** Whoever was let in is served: those before them take seconds at most. */
    private static final long PATIENCE_MILLIS = 60_000;

    private final ReturnedChallenges returned;
    private final Passes passes;
    private final UsedMarks marks;
    private final Pressure pressure;
    private final Sites sites;
    private final Room working = new Room(CORES * ROOM_PER_CORE);
    private final Room answering = new Room(ANSWERS);
    private final Room asking = new Room(ASKED_ELSEWHERE);
    private final Turns cores = new Turns(CORES, CORES * ROOM_PER_CORE, PATIENCE_MILLIS);

    Solutions(ReturnedChallenges returned, Passes passes, UsedMarks marks, Pressure pressure, Sites sites) {
        this.returned = returned;
        this.passes = passes;
        this.marks = marks;
        this.pressure = pressure;
        this.sites = sites;
    }

    /**
     * Uses a challenge up, and gives a pass for it when the solution is right.
     *
     * @param allowed whether this caller may solve challenges of that site
     * @throws NotSolved for any reason
     * @throws Refused {@code busy}: nothing is used up, and it may be sent again
     */
    public Solved solve(String payload, Predicate<KnownSite> allowed) {
        Returned one = returned.read(payload);
        if (!allowed.test(one.site())) throw new NotSolved(NotSolved.Reason.FOREIGN);
        judge(one, null);
        return new Solved(one.site(), one.proof().action(), passes.issue(one.proof()));
    }

    /**
     * Uses up a pass of a site, or a challenge of it that was solved by work.
     *
     * @param idempotency a call under the same may be repeated; null for none
     * @throws NotSolved for any reason
     * @throws Refused {@code busy}: nothing is used up, and it may be sent again
     */
    public Proof verify(SiteKey site, String response, @Nullable String idempotency) {
        if (Passes.looksLikeOne(response)) return verifyPass(site, response, idempotency);
        Returned one = returned.read(response);
        if (!one.proof().site().equals(site) || !one.kind().isWork()) throw new NotSolved(NotSolved.Reason.FOREIGN);
        judge(one, idempotency);
        return one.proof();
    }

    private Proof verifyPass(SiteKey site, String pass, @Nullable String idempotency) {
        Proof proof = passes.read(pass);
        if (!proof.site().equals(site)) throw new NotSolved(NotSolved.Reason.FOREIGN);
        try {
            marks.use(proof.nonce(), proof.expiresAt(), idempotency);
        } catch (NotSolved used) {
            sites.find(site).ifPresent(known -> pressure.failed(known.siteId(), proof.kind()));
            throw used;
        }
        return proof;
    }

    /** An application that repeats a call gets the same answer; the pass that it counts for is counted once more. */
    private void judge(Returned one, @Nullable String idempotency) {
        try {
            boolean solved = room(one.kind()).within(one.site().siteKey(), () -> used(one, idempotency));
            if (!solved) throw new NotSolved(NotSolved.Reason.WRONG);
            pressure.passed(one.site().siteId(), one.proof().kind());
        } catch (NotSolved failed) {
            pressure.failed(one.site().siteId(), one.proof().kind());
            throw failed;
        }
    }

    private Room room(ChallengeKind kind) {
        if (kind.isWork()) return working;
        return kind.isAskedElsewhere() ? asking : answering;
    }

    /**
     * Used up before it is judged: a wrong solution is an attempt, and there is one. No core waits for the disk meanwhile. Where
     * nobody could judge it, it was none.
     */
    private boolean used(Returned one, @Nullable String idempotency) {
        byte[] nonce = one.proof().nonce();
        boolean first = marks.use(nonce, one.proof().expiresAt(), idempotency);
        try {
            return one.kind().isWork() ? cores.take(() -> isSolved(one)) : isSolved(one);
        } catch (Refused busy) {
            if (first) marks.forgive(nonce);
            throw busy;
        }
    }

    private static boolean isSolved(Returned one) {
        return one.kind().solved(one.posed(), one.solution());
    }
}
