package org.acides.hiboo.catalog.api.events;

import java.time.Instant;
import org.acides.hiboo.catalog.api.SamlServiceProvider;
import org.acides.hiboo.catalog.api.ServiceId;
import org.acides.hiboo.infrastructure.api.EventName;

/** A service's SAML service provider was set, as a whole. It holds public keys alone. */
@EventName("catalog.saml-service-provider-configured")
public record SamlServiceProviderConfigured(ServiceId serviceId, SamlServiceProvider provider, Instant at) {}
