package org.acides.hiboo.identity.api.queries;

import java.time.Instant;
import org.acides.hiboo.identity.api.ContestOutcome;
import org.acides.hiboo.identity.api.ProfileId;
import org.acides.hiboo.identity.api.ServiceRef;
import org.jspecify.annotations.Nullable;

/**
 * A contested claim as one of its sides sees it: never who the other is.
 *
 * @param claimedByMe whether the account claimed the profile; else it contests the claim
 * @param said what the account said; empty when it has not yet
 * @param outcome null until it is decided
 * @param reason what the manager wrote; empty until then
 */
public record MyContest(
        ProfileId profileId,
        ServiceRef service,
        String username,
        boolean claimedByMe,
        String said,
        Instant contestedAt,
        @Nullable ContestOutcome outcome,
        String reason) {

    /** Never shows the names: they are personal. */
    @Override
    public String toString() {
        return "MyContest[" + profileId + "]";
    }
}
