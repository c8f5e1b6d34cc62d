package org.acides.hiboo.catalog.api.events;

import java.time.Instant;
import org.acides.hiboo.catalog.api.ServiceDescription;
import org.acides.hiboo.catalog.api.ServiceId;
import org.acides.hiboo.infrastructure.api.EventName;

/** A service entered the catalogue, closed until it is opened. The slug is its short name in addresses, unique and never changed. */
@EventName("catalog.service-registered")
public record ServiceRegistered(ServiceId serviceId, String slug, ServiceDescription description, Instant at) {}
