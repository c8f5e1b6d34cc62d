package org.acides.hiboo.catalog.api.commands;

import org.acides.hiboo.catalog.api.SamlServiceProvider;
import org.acides.hiboo.catalog.api.ServiceId;
import org.acides.hiboo.infrastructure.api.ProvedLately;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Sets a service's SAML service provider, as a whole. Refused: {@code service.entity-id-taken}, {@code service.retired}. */
@ProvedLately
public record ConfigureSamlServiceProvider(
        @TargetAggregateIdentifier ServiceId serviceId, SamlServiceProvider provider) {}
