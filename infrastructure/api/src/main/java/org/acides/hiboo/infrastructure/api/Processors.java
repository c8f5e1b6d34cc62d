package org.acides.hiboo.infrastructure.api;

import java.time.Duration;
import java.util.List;

/** The streaming processors that build projections and run policies, as an operator sees them. */
public interface Processors {

    /** @see Status#state() */
    enum State {
        RUNNING,
        REPLAYING,
        STOPPED,
        FAILING
    }

    /**
     * @param name the processing group
     * @param state FAILING when its last batch failed and is being tried again
     * @param position global index that it has handled
     * @param head newest global index of the store
     * @param lag age of the oldest event it has yet to handle; zero when it has caught up
     * @param deadLetters events set aside, waiting for a retry
     * @param replayable whether it is a projection, which can be rebuilt; a policy never is
     * @param replayProgress 0 to 1 while REPLAYING, else 1
     */
    record Status(
            String name,
            State state,
            long position,
            long head,
            Duration lag,
            long deadLetters,
            boolean replayable,
            double replayProgress) {}

    List<Status> all();

    /**
     * Empties the projection and builds it again from the first event, in the background.
     *
     * @param actor who asks; the rule of {@link ProvedLately} holds for them
     * @throws Refused {@code processor.not-replayable} for a policy, {@code processor.unknown} for no such name, {@code
     *     authentication.stale}
     */
    void replay(String name, Actor actor);

    /** Hands the dead letters of a processor to it again; what fails again stays. Returns how many it handled. */
    int retryDeadLetters(String name);
}
