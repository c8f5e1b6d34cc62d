package org.acides.hiboo.identity.api.commands;

import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.Role;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Refused: {@code account.unknown}. Granting twice changes nothing. */
public record GrantRole(@TargetAggregateIdentifier AccountId accountId, Role role) {}
