package org.acides.hiboo.catalog.api.events;

import java.time.Instant;
import org.acides.hiboo.catalog.api.ServiceDescription;
import org.acides.hiboo.catalog.api.ServiceId;
import org.acides.hiboo.infrastructure.api.EventName;

/** A service's description was replaced as a whole. */
@EventName("catalog.service-described")
public record ServiceDescribed(ServiceId serviceId, ServiceDescription description, Instant at) {}
