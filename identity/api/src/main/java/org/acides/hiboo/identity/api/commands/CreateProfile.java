package org.acides.hiboo.identity.api.commands;

import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.ProfileId;
import org.acides.hiboo.identity.api.ServiceRef;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Creates a profile of the account on a service, at once. Refused: {@code service.unknown}, {@code service.not-open}, {@code profile.by-approval-only}, {@code profile.quota-reached} (quota), {@code username.taken}, {@code username.reserved}, {@code username.malformed}, {@code username.too-short}, {@code username.too-long}, {@code username.not-lower-case}, {@code username.confusable}. */
public record CreateProfile(
        @TargetAggregateIdentifier ProfileId profileId, ServiceRef service, AccountId owner, String username) {}
