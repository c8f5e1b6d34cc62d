package org.acides.hiboo.catalog.api.events;

import java.time.Instant;
import org.acides.hiboo.catalog.api.ServiceId;
import org.acides.hiboo.infrastructure.api.EventName;

/** Nobody enters or joins until it opens again. */
@EventName("catalog.service-closed")
public record ServiceClosed(ServiceId serviceId, Instant at) {}
