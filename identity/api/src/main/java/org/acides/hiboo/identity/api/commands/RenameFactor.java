package org.acides.hiboo.identity.api.commands;

import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.FactorId;
import org.acides.hiboo.identity.api.FactorName;
import org.acides.hiboo.identity.api.SessionId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Calls one of one's own passkeys or certificates by another name. Refused: {@code authentication.stale} when the session's member proved too
 * long ago who they are, {@code factor.unknown}.
 */
public record RenameFactor(
        @TargetAggregateIdentifier AccountId accountId, SessionId session, FactorId factorId, FactorName name) {}
