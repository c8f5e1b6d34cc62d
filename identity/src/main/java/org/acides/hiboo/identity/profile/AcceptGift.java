package org.acides.hiboo.identity.profile;

import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.ProfileId;
import org.acides.hiboo.identity.api.ServiceRef;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Makes the profile that a gift allows, and uses the gift up. Refused: {@code gift.unknown} (also used, over or withdrawn),
 * {@code profile.locked}, and what {@link org.acides.hiboo.identity.api.commands.CreateProfile} says of service, quota and
 * username.
 */
public record AcceptGift(
        @TargetAggregateIdentifier ProfileId profileId,
        ServiceRef service,
        AccountId owner,
        String username,
        String secret) {

    /** Never shows the secret. */
    @Override
    public String toString() {
        return "AcceptGift[" + profileId + "]";
    }
}
