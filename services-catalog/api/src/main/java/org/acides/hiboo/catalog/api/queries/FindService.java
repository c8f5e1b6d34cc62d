package org.acides.hiboo.catalog.api.queries;

import org.acides.hiboo.catalog.api.ServiceId;

/** Asks for one {@link ServiceDetails}, as an {@code Optional}. */
public record FindService(ServiceId serviceId) {}
