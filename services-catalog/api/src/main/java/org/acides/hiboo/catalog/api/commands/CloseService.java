package org.acides.hiboo.catalog.api.commands;

import org.acides.hiboo.catalog.api.ServiceId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Keeps members out until it opens again. Refused: {@code service.retired}. */
public record CloseService(@TargetAggregateIdentifier ServiceId serviceId) {}
