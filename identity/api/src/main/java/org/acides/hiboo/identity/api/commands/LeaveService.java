package org.acides.hiboo.identity.api.commands;

import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.ProfileId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Ends a profile's tokens and its consent at once; the profile stays. Refused: {@code profile.unknown} (also when it is not the account's). */
public record LeaveService(@TargetAggregateIdentifier ProfileId profileId, AccountId owner) {}
