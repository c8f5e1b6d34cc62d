package org.acides.hiboo.identity.api.commands;

import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.infrastructure.api.ProvedLately;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Ends the account's sessions and tokens and refuses it until unblocked. Refused: {@code account.unknown}, {@code account.last-admin}, {@code account.reason-malformed} (2,000). Reason: 1 to 2,000 characters. */
@ProvedLately
public record BlockAccount(@TargetAggregateIdentifier AccountId accountId, String reason) {}
