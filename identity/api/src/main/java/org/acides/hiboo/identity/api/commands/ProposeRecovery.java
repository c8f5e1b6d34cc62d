package org.acides.hiboo.identity.api.commands;

import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.infrastructure.api.ProvedLately;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * An admin says that a member lost their factors. Refused: {@code recovery.own}, {@code recovery.not-admin}, {@code
 * recovery.under-way}, {@code recovery.no-factor}, {@code account.reason-malformed} (1 to 2,000 characters), {@code
 * account.unknown}.
 *
 * @param by the admin's own account
 */
@ProvedLately
public record ProposeRecovery(@TargetAggregateIdentifier AccountId accountId, AccountId by, String reason) {}
