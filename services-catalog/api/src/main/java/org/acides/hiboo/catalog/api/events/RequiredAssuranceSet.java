package org.acides.hiboo.catalog.api.events;

import java.time.Instant;
import org.acides.hiboo.catalog.api.Assurance;
import org.acides.hiboo.catalog.api.ServiceId;
import org.acides.hiboo.infrastructure.api.EventName;

/** How surely whoever enters the service must be known. A service begins with {@link Assurance#PASSWORD}. */
@EventName("catalog.required-assurance-set")
public record RequiredAssuranceSet(ServiceId serviceId, Assurance assurance, Instant at) {}
