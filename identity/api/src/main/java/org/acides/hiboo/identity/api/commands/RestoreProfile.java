package org.acides.hiboo.identity.api.commands;

import org.acides.hiboo.identity.api.ProfileId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** For moderators and the service's managers. Restoring what is not suspended changes nothing. Refused: {@code service.not-managed}, {@code profile.unknown}. */
public record RestoreProfile(@TargetAggregateIdentifier ProfileId profileId) {}
