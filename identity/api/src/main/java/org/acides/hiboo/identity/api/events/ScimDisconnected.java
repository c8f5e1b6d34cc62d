package org.acides.hiboo.identity.api.events;

import java.time.Instant;
import org.acides.hiboo.identity.api.ServiceRef;
import org.acides.hiboo.infrastructure.api.EventName;

/** A service is told nothing more about its profiles. */
@EventName("identity.scim-disconnected")
public record ScimDisconnected(ServiceRef service, Instant at) {}
