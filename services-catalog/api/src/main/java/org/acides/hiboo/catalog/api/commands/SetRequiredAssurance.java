package org.acides.hiboo.catalog.api.commands;

import org.acides.hiboo.catalog.api.Assurance;
import org.acides.hiboo.catalog.api.ServiceId;
import org.acides.hiboo.infrastructure.api.ProvedLately;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Sets how surely whoever enters must be known; who is inside already stays. Refused: {@code service.retired}. */
@ProvedLately
public record SetRequiredAssurance(
        @TargetAggregateIdentifier ServiceId serviceId, Assurance assurance) {}
