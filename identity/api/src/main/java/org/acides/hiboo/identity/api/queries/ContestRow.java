package org.acides.hiboo.identity.api.queries;

import java.time.Instant;
import org.acides.hiboo.identity.api.ProfileId;
import org.acides.hiboo.identity.api.ServiceRef;

/**
 * What a manager sees of a contested claim: never who either side is.
 *
 * @param claimedByEmail whether it was claimed by the address that the list had, and not by the old password
 * @param contestedByEmail whether it was contested so
 * @param contesterSays what whoever contests wrote
 * @param claimantSays what whoever claimed it answered; empty until they do
 */
public record ContestRow(
        ProfileId profileId,
        ServiceRef service,
        String username,
        Instant claimedAt,
        boolean claimedByEmail,
        Instant contestedAt,
        boolean contestedByEmail,
        String contesterSays,
        String claimantSays) {

    /** Never shows the names: they are personal. */
    @Override
    public String toString() {
        return "ContestRow[" + profileId + "]";
    }
}
