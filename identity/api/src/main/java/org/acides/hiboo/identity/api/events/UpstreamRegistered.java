package org.acides.hiboo.identity.api.events;

import java.net.URI;
import java.time.Instant;
import org.acides.hiboo.identity.api.UpstreamId;
import org.acides.hiboo.infrastructure.api.EventName;

/**
 * There is a provider of OpenID Connect elsewhere by which members may sign in, once it is opened.
 *
 * @param trusted whether its word counts that somebody proved more than one factor
 */
@EventName("identity.upstream-registered")
public record UpstreamRegistered(
        UpstreamId upstreamId, String name, URI issuer, String clientId, boolean trusted, Instant at) {}
