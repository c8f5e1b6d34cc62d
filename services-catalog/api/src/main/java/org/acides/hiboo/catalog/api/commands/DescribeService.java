package org.acides.hiboo.catalog.api.commands;

import org.acides.hiboo.catalog.api.ServiceDescription;
import org.acides.hiboo.catalog.api.ServiceId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Replaces a service's description. Refused: {@code service.retired}. */
public record DescribeService(@TargetAggregateIdentifier ServiceId serviceId, ServiceDescription description) {}
