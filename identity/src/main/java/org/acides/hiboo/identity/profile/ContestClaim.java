package org.acides.hiboo.identity.profile;

import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.ProfileId;
import org.acides.hiboo.identity.api.ServiceRef;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Freezes a claimed profile for somebody who has proved that the old account was theirs too. Refused: {@code claim.wrong} when
 * the time to contest it is over, {@code claim.contested} when somebody else does, {@code contest.too-many} (most), {@code
 * contest.statement-malformed} (most), and what {@link ClaimProfile} says of service, group and quota.
 *
 * @param statement why it is theirs, for the service's managers: 1 to 1,000 characters
 */
public record ContestClaim(
        @TargetAggregateIdentifier ProfileId profileId,
        ServiceRef service,
        AccountId contester,
        boolean byEmail,
        String statement) {

    /** Never shows what was written: it is personal. */
    @Override
    public String toString() {
        return "ContestClaim[" + profileId + "]";
    }
}
