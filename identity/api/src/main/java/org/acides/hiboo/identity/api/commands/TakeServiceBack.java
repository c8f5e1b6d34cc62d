package org.acides.hiboo.identity.api.commands;

import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.ServiceRef;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Refused: {@code account.unknown}. */
public record TakeServiceBack(@TargetAggregateIdentifier AccountId accountId, ServiceRef service) {}
