package org.acides.hiboo.identity.api.events;

import java.time.Instant;
import java.util.UUID;
import org.acides.hiboo.identity.api.ServiceRef;
import org.acides.hiboo.infrastructure.api.EventName;

/** A service's client got a new secret. Older ones stop working at the given instant. */
@EventName("identity.client-secret-issued")
public record ClientSecretIssued(
        ServiceRef service, String clientId, UUID secretId, Instant previousEndsAt, Instant at) {}
