package org.acides.hiboo.catalog.api.events;

import java.time.Instant;
import java.util.UUID;
import org.acides.hiboo.catalog.api.OfferId;
import org.acides.hiboo.catalog.api.ServiceId;
import org.acides.hiboo.infrastructure.api.EventName;
import org.jspecify.annotations.Nullable;

/**
 * An application registered itself as a service's client.
 *
 * @param secretId from which {@link org.acides.hiboo.catalog.api.RegisteredSecret} is made; null for a client without one
 */
@EventName("catalog.client-registered")
public record ClientRegistered(
        ServiceId serviceId,
        String clientId,
        OfferId offerId,
        @Nullable UUID secretId,
        Instant at) {}
