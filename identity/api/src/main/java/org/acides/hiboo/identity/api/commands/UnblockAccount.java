package org.acides.hiboo.identity.api.commands;

import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.infrastructure.api.ProvedLately;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Lets the account sign in again. Refused: {@code account.unknown}. */
@ProvedLately
public record UnblockAccount(@TargetAggregateIdentifier AccountId accountId) {}
