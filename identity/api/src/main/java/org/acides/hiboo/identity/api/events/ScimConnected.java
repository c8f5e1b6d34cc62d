package org.acides.hiboo.identity.api.events;

import java.net.URI;
import java.time.Instant;
import org.acides.hiboo.identity.api.ServiceRef;
import org.acides.hiboo.infrastructure.api.EventName;

/** A service is told, at that address, when its profiles are suspended, restored or deleted. */
@EventName("identity.scim-connected")
public record ScimConnected(ServiceRef service, URI endpoint, Instant at) {}
