package org.acides.hiboo.identity.api.commands;

import org.acides.hiboo.identity.api.ProfileId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** For the service's managers. Refused: {@code service.not-managed}, {@code profile.not-waiting}, {@code profile.locked}, {@code service.not-open}. */
public record ApproveProfile(@TargetAggregateIdentifier ProfileId profileId) {}
