package org.acides.hiboo.identity.api.queries;

import java.time.Instant;
import org.acides.hiboo.identity.api.ProfileId;
import org.acides.hiboo.identity.api.ServiceRef;
import org.jspecify.annotations.Nullable;

/**
 * A profile as its owner sees it.
 *
 * @param alias empty before it lives
 * @param reason what the member was told of a refusal or a suspension; empty otherwise
 * @param erasedAfter when a deleted or refused profile is erased, a few minutes later at most; null otherwise
 */
public record MyProfile(
        ProfileId profileId,
        ServiceRef service,
        String username,
        String alias,
        Standing standing,
        String reason,
        boolean remembered,
        Instant createdAt,
        @Nullable Instant erasedAfter,
        Offer offer) {

    /** Whether a profile is about to move to another account. */
    public enum Offer {
        NONE,
        /** Its code was told. */
        OFFERED,
        /** Another account wants it, and its owner has yet to confirm. */
        WANTED
    }

    /** How a profile stands. */
    public enum Standing {
        /** Waits for a manager's answer. */
        REQUESTED,
        REFUSED,
        LIVE,
        /** May not enter its service. */
        SUSPENDED,
        /** Somebody else proved the old account too: nothing happens with it until a manager decided whose it is. */
        CONTESTED,
        /** Its member fled from it: it leaves its service within a day. */
        LEAVING,
        /** Out of its service, and to be erased unless the member undoes it. */
        DELETED
    }
}
