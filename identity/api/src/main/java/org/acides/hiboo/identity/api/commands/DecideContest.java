package org.acides.hiboo.identity.api.commands;

import org.acides.hiboo.identity.api.ContestOutcome;
import org.acides.hiboo.identity.api.ProfileId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** For the service's managers, once and for good; both sides read the reason, 1 to 2,000 characters. Refused: {@code service.not-managed}, {@code contest.unknown}, {@code contest.own} (the manager is one of the two), {@code contest.cannot-move} (who contests has no room, or may not enter), {@code profile.reason-malformed} (most). */
public record DecideContest(@TargetAggregateIdentifier ProfileId profileId, ContestOutcome outcome, String reason) {}
