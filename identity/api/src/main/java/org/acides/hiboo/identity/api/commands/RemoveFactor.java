package org.acides.hiboo.identity.api.commands;

import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.FactorId;
import org.acides.hiboo.identity.api.SessionId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Takes one of one's own factors away. Refused: {@code authentication.stale} when the session's member proved too long ago
 * who they are, {@code factor.unknown}, {@code factor.needed-by-role} for the last one of an account with a role.
 */
public record RemoveFactor(@TargetAggregateIdentifier AccountId accountId, SessionId session, FactorId factorId) {}
