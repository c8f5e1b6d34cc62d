package org.acides.hiboo.catalog.api.commands;

import org.acides.hiboo.catalog.api.ServiceId;
import org.acides.hiboo.infrastructure.api.ProvedLately;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Ends a service for good. Retiring twice changes nothing. */
@ProvedLately
public record RetireService(@TargetAggregateIdentifier ServiceId serviceId) {}
