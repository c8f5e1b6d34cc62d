package org.acides.hiboo.catalog.api.events;

import java.time.Instant;
import org.acides.hiboo.catalog.api.OidcClient;
import org.acides.hiboo.catalog.api.ServiceId;
import org.acides.hiboo.infrastructure.api.EventName;

/** A service's OpenID Connect client was set, as a whole. Its secret is no part of it. */
@EventName(value = "catalog.oidc-client-configured", revision = 2)
public record OidcClientConfigured(ServiceId serviceId, OidcClient client, Instant at) {}
