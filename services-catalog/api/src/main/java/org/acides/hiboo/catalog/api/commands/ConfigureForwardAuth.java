package org.acides.hiboo.catalog.api.commands;

import org.acides.hiboo.catalog.api.ForwardAuth;
import org.acides.hiboo.catalog.api.ServiceId;
import org.acides.hiboo.infrastructure.api.ProvedLately;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Says behind which hosts a proxy asks who comes to a service. Refused: {@code service.host-taken}, {@code service.retired}. */
@ProvedLately
public record ConfigureForwardAuth(
        @TargetAggregateIdentifier ServiceId serviceId, ForwardAuth forwardAuth) {}
