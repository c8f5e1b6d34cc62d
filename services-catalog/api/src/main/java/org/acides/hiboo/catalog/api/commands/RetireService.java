package org.acides.hiboo.catalog.api.commands;

import org.acides.hiboo.catalog.api.ServiceId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Ends a service for good. Retiring twice changes nothing. */
public record RetireService(@TargetAggregateIdentifier ServiceId serviceId) {}
