package org.acides.hiboo.identity.api.commands;

import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.ProfileId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Refused: {@code profile.unknown} (also when it is not the account's), {@code profile.contested}, {@code profile.not-renamable}, and the username refusals of {@link CreateProfile}. */
public record RenameProfile(@TargetAggregateIdentifier ProfileId profileId, AccountId owner, String username) {}
