package org.acides.hiboo.identity.moving;

import java.time.Instant;
import org.acides.hiboo.identity.api.ProfileId;
import org.jspecify.annotations.Nullable;

/**
 * A profile of a bundle, on its way into an account here.
 *
 * @param profile what it is here, or will be
 * @param username what it is to go by here
 * @param letGo whether the other community let go of it: it is here that it has to come in
 * @param due when it is its turn, or null
 * @param why what is in its way, as in {@code Refused}; or empty
 */
record Coming(
        Bundle.Line line,
        ProfileId profile,
        String username,
        State state,
        boolean letGo,
        @Nullable Instant due,
        String why) {

    enum State {
        OFFERED,
        SKIPPED,
        WAITING,
        STUCK,
        ARRIVED,
        LOST
    }

    static Coming offered(Bundle.Line line) {
        return new Coming(line, ProfileId.random(), line.username(), State.OFFERED, false, null, "");
    }

    boolean isDue(Instant now) {
        return state == State.WAITING && due != null && !due.isAfter(now);
    }

    /** Whether its member may say something about it. */
    boolean open() {
        return state == State.OFFERED || state == State.STUCK;
    }

    Coming named(String name) {
        return new Coming(line, profile, name, state, letGo, due, why);
    }

    Coming skipped() {
        return new Coming(line, profile, username, State.SKIPPED, letGo, null, "");
    }

    Coming waiting(String name, Instant at) {
        return new Coming(line, profile, name, State.WAITING, letGo, at, "");
    }

    Coming later(Instant at) {
        return new Coming(line, profile, username, State.WAITING, letGo, at, why);
    }

    Coming ours() {
        return new Coming(line, profile, username, state, true, due, why);
    }

    Coming arrived() {
        return new Coming(line, profile, username, State.ARRIVED, true, null, "");
    }

    Coming stuck(String code) {
        return new Coming(line, profile, username, State.STUCK, letGo, null, code);
    }

    Coming lost(String code) {
        return new Coming(line, profile, username, State.LOST, letGo, null, code);
    }

    /** Never shows the names: they are personal. */
    @Override
    public String toString() {
        return "Coming[" + profile + ", " + state + "]";
    }
}
