package org.acides.hiboo.identity.profile;

import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.ProfileId;
import org.acides.hiboo.identity.api.ServiceRef;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Makes an unclaimed profile the account's, which has proved that it was theirs. Refused: {@code claim.wrong} when it is not
 * unclaimed any more, {@code service.unknown} (also retired), {@code service.group-required}, {@code profile.quota-reached} (quota).
 */
public record ClaimProfile(
        @TargetAggregateIdentifier ProfileId profileId, ServiceRef service, AccountId owner, boolean byEmail) {}
