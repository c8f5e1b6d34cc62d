package org.acides.hiboo.identity.api.commands;

import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.ProfileId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Takes a profile out of its service; it is erased when its time of grace is over. Refused: {@code profile.unknown} (also when it is not the account's), {@code profile.contested}. */
public record DeleteProfile(@TargetAggregateIdentifier ProfileId profileId, AccountId owner) {}
