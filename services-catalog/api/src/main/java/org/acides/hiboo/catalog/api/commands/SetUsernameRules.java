package org.acides.hiboo.catalog.api.commands;

import org.acides.hiboo.catalog.api.ServiceId;
import org.acides.hiboo.catalog.api.UsernameRules;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Sets what the service accepts as a username. Refused: {@code service.retired}. */
public record SetUsernameRules(@TargetAggregateIdentifier ServiceId serviceId, UsernameRules rules) {}
