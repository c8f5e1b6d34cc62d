package org.acides.hiboo.catalog.api.events;

import java.time.Instant;
import org.acides.hiboo.catalog.api.ForwardAuth;
import org.acides.hiboo.catalog.api.ServiceId;
import org.acides.hiboo.infrastructure.api.EventName;

/** Where a proxy asks who comes to a service was set, as a whole. */
@EventName("catalog.forward-auth-configured")
public record ForwardAuthConfigured(ServiceId serviceId, ForwardAuth forwardAuth, Instant at) {}
