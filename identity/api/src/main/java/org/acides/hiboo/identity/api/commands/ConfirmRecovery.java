package org.acides.hiboo.identity.api.commands;

import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.infrastructure.api.ProvedLately;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Another admin says so too. Refused: {@code recovery.own}, {@code recovery.not-admin}, {@code recovery.same-admin}, {@code
 * recovery.none}, {@code recovery.confirmed-already}, {@code account.unknown}.
 *
 * @param by the other admin's own account
 */
@ProvedLately
public record ConfirmRecovery(@TargetAggregateIdentifier AccountId accountId, AccountId by) {}
