package org.acides.hiboo.identity.api.commands;

import org.acides.hiboo.identity.api.ProfileId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** For moderators and the service's managers; the member reads the reason, 1 to 2,000 characters. Ends the profile's tokens in the same transaction. Twice is the same as once. Refused: {@code service.not-managed}, {@code profile.unknown}, {@code profile.reason-malformed} (most). */
public record SuspendProfile(@TargetAggregateIdentifier ProfileId profileId, String reason) {}
