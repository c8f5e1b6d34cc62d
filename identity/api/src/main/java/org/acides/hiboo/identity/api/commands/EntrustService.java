package org.acides.hiboo.identity.api.commands;

import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.ServiceRef;
import org.acides.hiboo.infrastructure.api.ProvedLately;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Lets an account decide on a service's profiles. Refused: {@code account.unknown}, {@code service.unknown}. */
@ProvedLately
public record EntrustService(@TargetAggregateIdentifier AccountId accountId, ServiceRef service) {}
