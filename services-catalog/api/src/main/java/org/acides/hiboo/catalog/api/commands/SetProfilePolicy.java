package org.acides.hiboo.catalog.api.commands;

import org.acides.hiboo.catalog.api.ProfilePolicy;
import org.acides.hiboo.catalog.api.ServiceId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Sets policy and quota (1 to 20). Lowering the quota takes nobody's profile. Refused: {@code service.quota-out-of-range}, {@code service.retired}. */
public record SetProfilePolicy(@TargetAggregateIdentifier ServiceId serviceId, ProfilePolicy policy, int quota) {}
