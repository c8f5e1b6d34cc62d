package org.acides.hiboo.identity.api.commands;

import org.acides.hiboo.identity.api.ProfileId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** For the service's managers; the member reads the reason, 1 to 2,000 characters. Refused: {@code service.not-managed}, {@code profile.not-waiting}, {@code profile.reason-malformed} (most). */
public record RefuseProfile(@TargetAggregateIdentifier ProfileId profileId, String reason) {}
