package org.acides.hiboo.identity.profile;

import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.ProfileId;
import org.acides.hiboo.identity.api.ServiceRef;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Makes an unclaimed profile the account's, which has proved that it was theirs. Refused: {@code claim.wrong} when it is not
 * unclaimed any more, {@code service.unknown} (also retired), {@code service.group-required}, {@code profile.quota-reached} (quota).
 *
 * @param verifier by which {@link ClaimProofs} recognises the old password if somebody else comes with it; null without one
 */
public record ClaimProfile(
        @TargetAggregateIdentifier ProfileId profileId,
        ServiceRef service,
        AccountId owner,
        boolean byEmail,
        @Nullable String verifier) {

    /** Never shows the verifier. */
    @Override
    public String toString() {
        return "ClaimProfile[" + profileId + "]";
    }
}
