package org.acides.hiboo.catalog.api.events;

import java.time.Instant;
import org.acides.hiboo.catalog.api.ServiceId;
import org.acides.hiboo.infrastructure.api.EventName;

/** Members may join and enter. */
@EventName("catalog.service-opened")
public record ServiceOpened(ServiceId serviceId, Instant at) {}
