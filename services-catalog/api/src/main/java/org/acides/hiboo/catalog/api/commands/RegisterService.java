package org.acides.hiboo.catalog.api.commands;

import org.acides.hiboo.catalog.api.ServiceDescription;
import org.acides.hiboo.catalog.api.ServiceId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Puts a service into the catalogue, closed, with policy OPEN, quota 1 and the default username rules. Refused: {@code service.slug-taken}, {@code service.slug-malformed} (slug: 2 to 40 of a-z 0-9 and inner hyphens). */
public record RegisterService(
        @TargetAggregateIdentifier ServiceId serviceId, String slug, ServiceDescription description) {}
