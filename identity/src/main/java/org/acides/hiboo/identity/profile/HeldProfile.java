package org.acides.hiboo.identity.profile;

import java.time.Instant;
import org.acides.hiboo.identity.api.ProfileId;
import org.acides.hiboo.identity.api.ServiceRef;
import org.jspecify.annotations.Nullable;

/**
 * A profile that somebody holds, however it stands.
 *
 * @param alias empty before it lives
 * @param contested whether somebody else proved the old account too, and no manager has decided yet
 * @param silenced whether mail to its alias is dropped
 * @param leaving whether its owner fled from it, and it is about to leave its service
 * @param reason what its owner was told of a refusal or a suspension, sealed as in the event; or null
 * @param endedAt since when it is deleted or refused, or null
 */
public record HeldProfile(
        ProfileId id,
        ServiceRef service,
        String username,
        String alias,
        State state,
        boolean suspended,
        boolean contested,
        boolean silenced,
        boolean leaving,
        @Nullable String reason,
        Instant createdAt,
        @Nullable Instant endedAt) {

    /** Where a profile is in its life; one that was erased is not held. */
    public enum State {
        REQUESTED,
        REFUSED,
        LIVE,
        DELETED,
        /** Nobody's: both who claimed it were found wanting. */
        LOCKED
    }

    /** Whether it may enter its service. */
    public boolean enters() {
        return state == State.LIVE && !suspended && !contested && !leaving;
    }

    /** Whether it fills a place in the quota: a suspended one does until it is erased. */
    public boolean counts() {
        return state == State.REQUESTED || state == State.LIVE && !leaving || suspended;
    }

    LiveProfile live() {
        return new LiveProfile(id, service, username, alias, createdAt);
    }

    /** Never shows the names: they are personal. */
    @Override
    public String toString() {
        return "HeldProfile[" + id + ", " + state + "]";
    }
}
