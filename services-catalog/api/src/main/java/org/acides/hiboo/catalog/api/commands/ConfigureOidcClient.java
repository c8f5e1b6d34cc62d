package org.acides.hiboo.catalog.api.commands;

import org.acides.hiboo.catalog.api.OidcClient;
import org.acides.hiboo.catalog.api.ServiceId;
import org.acides.hiboo.infrastructure.api.ProvedLately;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Sets a service's OpenID Connect client. The client id cannot change once set. Refused: {@code service.client-id-taken}, {@code service.client-id-fixed}, {@code service.retired}. */
@ProvedLately
public record ConfigureOidcClient(@TargetAggregateIdentifier ServiceId serviceId, OidcClient client) {}
