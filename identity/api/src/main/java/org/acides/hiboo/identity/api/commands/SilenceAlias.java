package org.acides.hiboo.identity.api.commands;

import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.ProfileId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Drops mail to a profile's alias from now on. Twice is the same as once. Refused: {@code profile.unknown} (also when it is not the account's), {@code profile.contested}. */
public record SilenceAlias(@TargetAggregateIdentifier ProfileId profileId, AccountId owner) {}
