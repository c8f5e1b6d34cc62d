package org.acides.hiboo.identity.api.commands;

import org.acides.hiboo.identity.api.AccountId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Calls a recovery off, for the member or for an admin; where none is under way nothing changes. Refused: {@code account.unknown}. */
public record CancelRecovery(@TargetAggregateIdentifier AccountId accountId) {}
