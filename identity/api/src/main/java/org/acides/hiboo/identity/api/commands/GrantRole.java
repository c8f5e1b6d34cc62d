package org.acides.hiboo.identity.api.commands;

import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.Role;
import org.acides.hiboo.infrastructure.api.ProvedLately;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Refused: {@code account.unknown}. Granting twice changes nothing. */
@ProvedLately
public record GrantRole(@TargetAggregateIdentifier AccountId accountId, Role role) {}
