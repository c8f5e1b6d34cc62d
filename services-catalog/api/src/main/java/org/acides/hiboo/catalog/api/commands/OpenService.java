package org.acides.hiboo.catalog.api.commands;

import org.acides.hiboo.catalog.api.ServiceId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Lets members in. Opening an open service changes nothing. Refused: {@code service.retired}. */
public record OpenService(@TargetAggregateIdentifier ServiceId serviceId) {}
