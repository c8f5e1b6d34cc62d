package org.acides.hiboo.catalog.api.events;

import java.time.Instant;
import org.acides.hiboo.catalog.api.ServiceId;
import org.acides.hiboo.infrastructure.api.EventName;

/** The service is gone for good. */
@EventName("catalog.service-retired")
public record ServiceRetired(ServiceId serviceId, Instant at) {}
